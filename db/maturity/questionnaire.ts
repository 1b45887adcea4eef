import { indicatorsOf, type MaturityModel } from './model.ts';

/** What a questionnaire sent to a respondent carries out and back of one indicator. */
export type QuestionnaireAnswer = {
  readonly level: number | null;
  readonly applicable: boolean;
  /** Why it is not applicable; empty while it is. */
  readonly reason: string;
  readonly confidence: 'low' | 'medium' | 'high' | null;
  readonly evidence: string;
  readonly note: string;
};

/** What is wrong with a row that came back. The last two still leave an answer to look at. */
export const questionnaireProblems = [
  'row-missing',
  'row-repeated',
  'level-out-of-range',
  'not-a-level',
  'reason-missing',
  'unknown-confidence',
  'too-long',
  'cell-error',
  'merged',
  'formula',
  'question-altered',
] as const;
export type QuestionnaireProblem = (typeof questionnaireProblems)[number];

/** A row as it came back; the answer that could not be read is null, and `typed` shows what its cell held. */
export type QuestionnaireRow = {
  readonly indicator: string;
  /** The cell of the answer, or of the problem: `F12`. */
  readonly cell: string;
  readonly answer: QuestionnaireAnswer | null;
  readonly typed: string;
  readonly problem: QuestionnaireProblem | null;
};

export type QuestionnaireDifference = {
  readonly indicator: string;
  readonly before: QuestionnaireAnswer | null;
  readonly after: QuestionnaireAnswer | null;
  readonly cell: string | null;
  readonly typed: string;
  readonly problem: QuestionnaireProblem | null;
  /** It differs from what is here and can be taken over. */
  readonly isChange: boolean;
  /** Taking it over loses something that is here. */
  readonly overwrites: boolean;
};

export type QuestionnaireComparison = {
  /** Every indicator that differs or has a problem, in the model's order. */
  readonly differences: readonly QuestionnaireDifference[];
  readonly unchanged: number;
  /** Rows of the questionnaire that belong to no question of the model. */
  readonly foreign: readonly { readonly indicator: string; readonly cell: string }[];
};

const parts = ['level', 'applicable', 'reason', 'confidence', 'evidence', 'note'] as const;
const nothing: QuestionnaireAnswer = {
  level: null,
  applicable: true,
  reason: '',
  confidence: null,
  evidence: '',
  note: '',
};

/**
 * What a questionnaire that came back would change. Nothing here decides: a row that is gone or cannot be read keeps what
 * is here, and what would be overwritten says so.
 */
export function compareQuestionnaire(
  model: MaturityModel,
  kept: Readonly<Record<string, QuestionnaireAnswer>>,
  rows: readonly QuestionnaireRow[],
): QuestionnaireComparison {
  const keys = indicatorsOf(model).map(({ indicator }) => indicator.key);
  const given = Map.groupBy(rows, ({ indicator }) => indicator);
  const differences = keys.map((key) => difference(key, kept[key] ?? null, given.get(key) ?? []));
  const known = new Set(keys);
  return {
    differences: differences.filter(({ isChange, problem }) => isChange || problem !== null),
    unchanged: differences.filter(({ isChange, problem }) => !isChange && problem === null).length,
    foreign: rows
      .filter(({ indicator }) => !known.has(indicator))
      .map(({ indicator, cell }) => ({ indicator, cell })),
  };
}

function difference(
  indicator: string,
  before: QuestionnaireAnswer | null,
  rows: readonly QuestionnaireRow[],
): QuestionnaireDifference {
  const [row, ...more] = rows;
  const none = {
    indicator,
    before,
    after: null,
    typed: row?.typed ?? '',
    isChange: false,
    overwrites: false,
  };
  if (!row) return { ...none, cell: null, problem: 'row-missing' };
  const again = more.find((each) => JSON.stringify(each.answer) !== JSON.stringify(row.answer));
  if (again) return { ...none, cell: again.cell, problem: 'row-repeated' };
  const { answer: after, cell, typed, problem } = row;
  const here = before ?? nothing;
  const changed = after ? parts.filter((part) => after[part] !== here[part]) : [];
  return {
    indicator,
    before,
    after,
    cell,
    typed,
    problem,
    isChange: changed.length > 0,
    overwrites: changed.some((part) => here[part] !== nothing[part]),
  };
}
