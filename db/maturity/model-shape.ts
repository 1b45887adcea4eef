import { type MaturityScoring, mostLevels } from './model.ts';
import { blankLike, isList, isRecord, type Part, type PartRecord, withWaysUp } from './model-document.ts';

/** A change that reaches into every part of a model being written, and is one action all the same. */
export type Reshaping =
  /** The new level gets this number; `key` is that of the stage that comes with it where levels are kinds. */
  | { readonly action: 'add-level'; readonly level: number; readonly key: string }
  | { readonly action: 'remove-level'; readonly level: number }
  | { readonly action: 'score-by'; readonly kind: MaturityScoring['kind'] };

/**
 * The model with its scale or its scoring changed. What can be carried over is: cuts keep their place on the scale, a practice
 * stays in place from the same description, a kind comes and goes with its stage. What only its author knows is left blank and
 * told by readMaturityModel: descriptions and marks of a new level, the tier a dimension leads to. What a scoring does not use
 * is taken out.
 * @throws RangeError for a level the scale does not have, or one more or fewer than a scale may have
 */
export function reshaped(document: Part, change: Reshaping): Part {
  if (!isRecord(document)) return document;
  if (change.action === 'score-by') return scoredBy(document, change.kind);
  const { level } = change;
  const length = lengthOf(document.scale);
  if (!canReshape(document, change)) throw new RangeError(`level ${level} cannot come or go among ${length}`);
  const isAdded = change.action === 'add-level';
  const at = level - 1;
  const spliced = (list: readonly Part[], key: string) =>
    isAdded ? withBlank(list, at, key) : list.toSpliced(at, 1);
  const isKinds = isRecord(document.scoring) && document.scoring.kind === 'majority';
  return {
    ...document,
    scale: mapped(document.scale, (scale) => numbered(spliced(scale, ''))),
    dimensions: eachIndicator(document.dimensions, (indicator) => ({
      ...indicator,
      levels: mapped(indicator.levels, (levels) => withWaysUp(numbered(spliced(levels, '')), () => '')),
      measure: isRecord(indicator.measure)
        ? { ...indicator.measure, marks: marksAfter(indicator.measure.marks, at, isAdded) }
        : (indicator.measure ?? null),
    })),
    scoring: heldFrom(document.scoring, level, isAdded, length),
    stages: mapped(document.stages, (stages) =>
      isKinds && stages.length === length
        ? withWaysUp(spliced(stages, isAdded ? change.key : ''), () => '')
        : stages.map((stage) => stretched(stage, (length - 1 + (isAdded ? 1 : -1)) / (length - 1))),
    ),
  };
}

/** A scale has two levels at least, and no more than may be chosen. */
export function canReshape(document: Part, change: Reshaping): boolean {
  if (change.action === 'score-by') return true;
  const length = isRecord(document) ? lengthOf(document.scale) : 0;
  const [most, allowed] =
    change.action === 'add-level' ? [length + 1, length < mostLevels] : [length, length > 2];
  return allowed && change.level >= 1 && change.level <= most;
}

function scoredBy(document: PartRecord, kind: MaturityScoring['kind']): Part {
  const scoring = isRecord(document.scoring) ? document.scoring : {};
  if (scoring.kind === kind) return document;
  const length = lengthOf(document.scale);
  const covered = { kind, minimumCoverage: scoring.minimumCoverage ?? 0 };
  const unweighted = (part: PartRecord) => (kind === 'majority' ? { ...part, weight: 1 } : part);
  return {
    ...document,
    scoring:
      kind === 'mean-of-dimensions'
        ? { ...covered, floor: null, enablers: null }
        : kind === 'tiers'
          ? { ...covered, holdsFrom: length }
          : covered,
    dimensions: mapped(eachIndicator(document.dimensions, unweighted), (dimensions) =>
      dimensions.map((each) => (isRecord(each) ? { ...unweighted(each), leadsTo: null } : each)),
    ),
    stages: mapped(document.stages, (stages) =>
      stages.map((stage, at) =>
        isRecord(stage)
          ? {
              ...stage,
              // As wide as one another, like the cuts of the built-in models.
              from:
                kind === 'mean-of-dimensions' ? hundredths(1 + ((length - 1) * at) / stages.length) : null,
            }
          : stage,
      ),
    ),
  };
}

/** One more entry at a place, like its neighbour but blank. */
function withBlank(list: readonly Part[], at: number, key: string): readonly Part[] {
  const neighbour = list[at] ?? list.at(-1);
  return neighbour === undefined
    ? list
    : list.toSpliced(
        at,
        0,
        blankLike(neighbour, () => key),
      );
}

function numbered(levels: readonly Part[]): readonly Part[] {
  return levels.map((each, at) => (isRecord(each) ? { ...each, level: at + 1 } : each));
}

/** The lowest level has no mark: the marks are those of the levels above it. */
function marksAfter(marks: Part | undefined, at: number, isAdded: boolean): Part {
  const place = Math.max(0, at - 1);
  return mapped(marks, (list) => (isAdded ? list.toSpliced(place, 0, null) : list.toSpliced(place, 1)));
}

function heldFrom(scoring: Part | undefined, level: number, isAdded: boolean, length: number): Part {
  if (!isRecord(scoring) || typeof scoring.holdsFrom !== 'number') return scoring ?? null;
  const from = scoring.holdsFrom;
  const moved = isAdded ? (level <= from ? from + 1 : from) : level < from ? from - 1 : from;
  return { ...scoring, holdsFrom: Math.min(isAdded ? length + 1 : length - 1, Math.max(2, moved)) };
}

function stretched(stage: Part, factor: number): Part {
  if (!isRecord(stage) || typeof stage.from !== 'number') return stage;
  return { ...stage, from: hundredths(1 + (stage.from - 1) * factor) };
}

function eachIndicator(dimensions: Part | undefined, change: (indicator: PartRecord) => PartRecord): Part {
  return mapped(dimensions, (list) =>
    list.map((dimension) =>
      isRecord(dimension)
        ? {
            ...dimension,
            indicators: mapped(dimension.indicators, (indicators) =>
              indicators.map((each) => (isRecord(each) ? change(each) : each)),
            ),
          }
        : dimension,
    ),
  );
}

function mapped(part: Part | undefined, change: (list: readonly Part[]) => readonly Part[]): Part {
  return isList(part) ? change(part) : (part ?? null);
}

function lengthOf(part: Part | undefined): number {
  return isList(part) ? part.length : 0;
}

function hundredths(figure: number): number {
  return Math.round(figure * 100) / 100;
}
