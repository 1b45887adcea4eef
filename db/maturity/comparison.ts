import type { Bilingual } from '../types/language.ts';
import { type AssessedMaturity, scoreDifference } from './change.ts';
import { type DimensionRole, indicatorsOf, type MaturityIndicator } from './model.ts';

/**
 * Why figures of several versions of a model are no measure of each other: the scales differ, a version does not ask it, or what
 * is asked or what a level means is put in other words.
 */
export type Difference = 'scale' | 'not-asked' | 'reworded';

export type ComparedAnswer = {
  /** Null where open, not applicable, or not asked by the version. */
  readonly level: number | null;
  readonly state: 'level' | 'open' | 'not-applicable' | 'not-asked';
};

export type IndicatorComparison = {
  readonly key: string;
  readonly name: Bilingual;
  /** One for each assessment, the earliest first. */
  readonly answers: readonly ComparedAnswer[];
  /** From the first assessment to the last; null where either is unknown or they are no measure of each other. */
  readonly change: number | null;
  readonly differs: Difference | null;
};

export type DimensionComparison = {
  readonly key: string;
  readonly role: DimensionRole;
  readonly name: Bilingual;
  readonly scores: readonly (number | null)[];
  readonly change: number | null;
  /** Not asked where a version asks other indicators in it, so that the means are of different things. */
  readonly differs: Exclude<Difference, 'reworded'> | null;
  readonly indicators: readonly IndicatorComparison[];
};

export type MaturityComparison = {
  readonly isSameVersion: boolean;
  readonly overall: {
    readonly scores: readonly (number | null)[];
    readonly change: number | null;
  };
  /** Of each assessment, in the words of the version it was made with. */
  readonly stages: readonly (Bilingual | null)[];
  /** Those of the latest version in its order, then those only earlier versions had. */
  readonly dimensions: readonly DimensionComparison[];
};

/**
 * Assessments of one subject with one model side by side, the earliest first; their versions may differ.
 * @throws RangeError of none, or of different models
 */
export function maturityComparison(assessed: readonly AssessedMaturity[]): MaturityComparison {
  const models = assessed.map(({ model }) => model);
  const [first] = models;
  if (!first) throw new RangeError('nothing to compare');
  const other = models.find(({ key }) => key !== first.key);
  if (other) throw new RangeError(`${other.key} cannot be compared with ${first.key}`);
  const byVersion = models.toSorted((a, b) => b.version - a.version);
  const isSameScale = models.every(({ scale }) => scale.length === first.scale.length);
  const change = (figures: readonly (number | null)[]) =>
    isSameScale ? scoreDifference(figures[0] ?? null, figures.at(-1) ?? null) : null;

  const indicatorOf = (
    key: string,
    ofEach: readonly (MaturityIndicator | undefined)[],
  ): IndicatorComparison => {
    const asked = ofEach.filter((each) => each !== undefined);
    const [latest = asked[0]] = byVersion.flatMap((model) => {
      const found = ofEach[models.indexOf(model)];
      return found ? [found] : [];
    });
    const answers = ofEach.map((indicator, at): ComparedAnswer => {
      if (!indicator) return { level: null, state: 'not-asked' };
      const given = assessed[at]?.answers.find((answer) => answer.indicator === key);
      if (given?.applicable === false) return { level: null, state: 'not-applicable' };
      const level = given?.level ?? null;
      return { level, state: level === null ? 'open' : 'level' };
    });
    const differs = !isSameScale
      ? 'scale'
      : asked.length < ofEach.length
        ? 'not-asked'
        : new Set(asked.map(meaningOf)).size > 1
          ? 'reworded'
          : null;
    const levels = answers.map(({ level }) => level);
    return { key, name: latest?.name ?? { en: key, 'zh-CN': key }, answers, change: change(levels), differs };
  };

  const dimensions = keysOf(byVersion.map((model) => model.dimensions)).map((key): DimensionComparison => {
    const ofEach = models.map((model) => model.dimensions.find((each) => each.key === key));
    const [latest] = byVersion.flatMap(({ dimensions: all }) => all.find((each) => each.key === key) ?? []);
    const scores = assessed.map(
      ({ result }) => result.dimensions.find((each) => each.key === key)?.score ?? null,
    );
    const asked = ofEach.map((each) =>
      each?.indicators
        .map((indicator) => indicator.key)
        .toSorted()
        .join(),
    );
    const differs = !isSameScale ? 'scale' : new Set(asked).size > 1 ? 'not-asked' : null;
    const keys = keysOf(
      byVersion.map(({ dimensions: all }) => all.find((each) => each.key === key)?.indicators ?? []),
    );
    return {
      key,
      role: latest?.role ?? 'core',
      name: latest?.name ?? { en: key, 'zh-CN': key },
      scores,
      change: change(scores),
      differs,
      indicators: keys.map((indicator) =>
        indicatorOf(
          indicator,
          models.map(
            (model) => indicatorsOf(model).find((each) => each.indicator.key === indicator)?.indicator,
          ),
        ),
      ),
    };
  });

  const overalls = assessed.map(({ result }) => result.overall);
  return {
    isSameVersion: models.every(({ version }) => version === first.version),
    overall: { scores: overalls, change: change(overalls) },
    stages: assessed.map(
      ({ model, result }) => model.stages.find(({ key }) => key === result.stage?.key)?.name ?? null,
    ),
    dimensions,
  };
}

/** What is asked and what is chosen between, without the advice, which changes no answer. */
function meaningOf({ question, levels, measure }: MaturityIndicator): string {
  return JSON.stringify([question, levels.map(({ text, test }) => [text, test]), measure]);
}

/** The keys of all lists, each once, in the order of the first list that has them. */
function keysOf(lists: readonly (readonly { readonly key: string }[])[]): readonly string[] {
  return [...new Set(lists.flat().map(({ key }) => key))];
}
