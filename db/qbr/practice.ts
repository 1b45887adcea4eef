import { type CommitmentSide, type CommitmentStatus, keptOf } from '../commitment/rule.ts';

/** What the book knows of how reviews are held, over a span of days. */
export type PracticeFacts = {
  /** Active accounts, and whether a quarterly or executive review was held with them in the span. */
  readonly accounts: readonly { readonly tier: string | null; readonly isReviewed: boolean }[];
  readonly reviews: readonly {
    /** Whether a sponsor came; null where nobody said who came, or the account has no sponsor. */
    readonly sponsorCame: boolean | null;
    readonly preparationMinutes: number | null;
    /** 1 to 5; null where it was not rated. */
    readonly rating: number | null;
  }[];
  /** Commitments made in reviews that were due in the span. */
  readonly commitments: readonly { readonly side: CommitmentSide; readonly status: CommitmentStatus }[];
  /**
   * Terms of paid contracts that ended in the span and whose outcome is known (contract/renewal.ts), and whether a review was
   * held in the year before the end.
   */
  readonly endings: readonly { readonly isReviewed: boolean; readonly isRenewed: boolean }[];
};

/** So many of so many; a share needs at least one case. */
export type Share = { readonly part: number; readonly cases: number };

export type Practice = {
  readonly coverage: readonly (Share & { readonly tier: string | null })[];
  readonly coverageOfAll: Share;
  /** Of those that were scored, one kept partly counting half (commitment/rule.ts). Unscored ones stand apart. */
  readonly kept: Readonly<Record<CommitmentSide, Share & { readonly unscored: number }>>;
  readonly sponsorCame: Share;
  readonly preparation: { readonly median: number | null; readonly cases: number };
  readonly rating: { readonly mean: number | null; readonly cases: number };
  readonly renewal: {
    readonly reviewed: Share;
    readonly notReviewed: Share;
    /** Both sides have cases enough to be set side by side. */
    readonly isComparable: boolean;
  };
  readonly held: number;
};

/** Fewer cases a side say nothing (domain.md: no ranking under five). */
export const leastCases = 5;

/** How reviews are held and what became of them: counts and shares, each with its number of cases. */
export function qbrPractice({ accounts, reviews, commitments, endings }: PracticeFacts): Practice {
  const tiers = [...new Set(accounts.map(({ tier }) => tier))].sort(byTier);
  const keptBy = (side: CommitmentSide) => keptOf(commitments.filter((each) => each.side === side));
  const minutes = reviews.flatMap(({ preparationMinutes }) => preparationMinutes ?? []);
  const ratings = reviews.flatMap(({ rating }) => rating ?? []);
  const renewedOf = (isReviewed: boolean) =>
    share(
      endings.filter((ending) => ending.isReviewed === isReviewed),
      ({ isRenewed }) => isRenewed,
    );
  const [reviewed, notReviewed] = [renewedOf(true), renewedOf(false)];
  return {
    coverage: tiers.map((tier) => ({
      tier,
      ...share(
        accounts.filter((account) => account.tier === tier),
        ({ isReviewed }) => isReviewed,
      ),
    })),
    coverageOfAll: share(accounts, ({ isReviewed }) => isReviewed),
    kept: { us: keptBy('us'), customer: keptBy('customer') },
    sponsorCame: share(
      reviews.filter(({ sponsorCame }) => sponsorCame !== null),
      ({ sponsorCame }) => sponsorCame === true,
    ),
    preparation: { median: median(minutes), cases: minutes.length },
    rating: {
      mean: ratings.length === 0 ? null : ratings.reduce((sum, each) => sum + each, 0) / ratings.length,
      cases: ratings.length,
    },
    renewal: {
      reviewed,
      notReviewed,
      isComparable: reviewed.cases >= leastCases && notReviewed.cases >= leastCases,
    },
    held: reviews.length,
  };
}

function share<Case>(cases: readonly Case[], isPart: (each: Case) => boolean): Share {
  return { part: cases.filter(isPart).length, cases: cases.length };
}

/** By name, those without a tier last. */
function byTier(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
