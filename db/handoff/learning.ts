import type { IsoDate } from '../types/calendar.ts';

/** What became of a handoff that was accepted. */
export type LearnedHandoff = {
  readonly seller: string | null;
  readonly acceptedOn: IsoDate;
  /** The score it was first handed in with: that of its first return, else the one it was accepted with. */
  readonly firstScore: number;
  readonly returns: number;
  /** Labels of the fields that were sent back, once each. */
  readonly returnedFields: readonly string[];
  /** Days from the first payment to the first value; null while there is none. */
  readonly daysToValue: number | null;
  /** Whether the first contract after it was renewed; null while it runs. */
  readonly renewed: boolean | null;
};

/** Fewer cases say nothing about a person or a field: figures are shown, never ranked. */
export const rankFrom = 5;

/** A figure with the number of cases it rests on; null where there is none. */
export type Figure = { readonly value: number | null; readonly cases: number };

export const scoreBands = ['low', 'middle', 'high'] as const;
export type ScoreBand = (typeof scoreBands)[number];

export type HandoffLearning = {
  readonly cases: number;
  /** By quarter of the acceptance, `2026-Q4`, the oldest first. */
  readonly quarters: readonly {
    readonly quarter: string;
    readonly score: Figure;
    readonly returned: Figure;
  }[];
  /** Those with enough cases by their score, then the others by name without a rank. */
  readonly sellers: readonly {
    readonly seller: string;
    readonly rank: number | null;
    readonly score: Figure;
    readonly returned: Figure;
  }[];
  readonly fields: readonly {
    readonly label: string;
    readonly rank: number | null;
    readonly count: number;
  }[];
  /** Score when first handed in against what came of it: median days to value, share renewed. */
  readonly bands: readonly {
    readonly band: ScoreBand;
    readonly cases: number;
    readonly daysToValue: Figure;
    readonly renewed: Figure;
  }[];
};

/** What accepted handoffs teach. Shares are 0 to 1, scores 0 to 100. */
export function learnFrom(handoffs: readonly LearnedHandoff[]): HandoffLearning {
  const quarters = [...Map.groupBy(handoffs, ({ acceptedOn }) => quarterOf(acceptedOn))]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([quarter, all]) => ({ quarter, score: meanScore(all), returned: shareReturned(all) }));
  const named = handoffs.flatMap((handoff) =>
    handoff.seller ? [{ ...handoff, seller: handoff.seller }] : [],
  );
  const sellers = [...Map.groupBy(named, ({ seller }) => seller)].map(([seller, all]) => ({
    seller,
    score: meanScore(all),
    returned: shareReturned(all),
  }));
  const [ranked, few] = [
    sellers
      .filter(({ score }) => score.cases >= rankFrom)
      .sort((a, b) => (b.score.value ?? 0) - (a.score.value ?? 0)),
    sellers.filter(({ score }) => score.cases < rankFrom).sort((a, b) => a.seller.localeCompare(b.seller)),
  ];
  const counts = [
    ...Map.groupBy(
      handoffs.flatMap(({ returnedFields }) => returnedFields),
      (label) => label,
    ),
  ]
    .map(([label, all]) => ({ label, count: all.length }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  const returnedHandoffs = handoffs.filter(({ returns }) => returns > 0).length;
  return {
    cases: handoffs.length,
    quarters,
    sellers: [
      ...ranked.map((seller, at) => ({ ...seller, rank: at + 1 })),
      ...few.map((seller) => ({ ...seller, rank: null })),
    ],
    fields: counts.map((field, at) => ({ ...field, rank: returnedHandoffs >= rankFrom ? at + 1 : null })),
    bands: scoreBands.map((band) => {
      const all = handoffs.filter(({ firstScore }) => bandOf(firstScore) === band);
      return {
        band,
        cases: all.length,
        daysToValue: median(all.flatMap(({ daysToValue }) => daysToValue ?? [])),
        renewed: mean(all.flatMap(({ renewed }) => (renewed === null ? [] : [renewed ? 1 : 0]))),
      };
    }),
  };
}

/** The bands of the decision: under 70 it returns, from 85 it is accepted. */
function bandOf(score: number): ScoreBand {
  if (score < 70) return 'low';
  return score < 85 ? 'middle' : 'high';
}

function quarterOf(date: IsoDate): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

function meanScore(handoffs: readonly LearnedHandoff[]): Figure {
  return mean(handoffs.map(({ firstScore }) => firstScore));
}

function shareReturned(handoffs: readonly LearnedHandoff[]): Figure {
  return mean(handoffs.map(({ returns }) => (returns > 0 ? 1 : 0)));
}

function mean(values: readonly number[]): Figure {
  const cases = values.length;
  return { value: cases === 0 ? null : values.reduce((sum, each) => sum + each, 0) / cases, cases };
}

function median(values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return {
    value: below === undefined || above === undefined ? null : (below + above) / 2,
    cases: sorted.length,
  };
}
