import { z } from 'zod';
import { Failure } from '../../db/failure.ts';
import { plainText } from '../../db/handoff/answer.ts';
import { indicatorsOf, type MaturityIndicator, type MaturityModel } from '../../db/maturity/model.ts';
import type { QuestionnaireProblem, QuestionnaireRow } from '../../db/maturity/questionnaire.ts';
import { languages } from '../../db/types/language.ts';
import type { GridValue } from '../files/workbook/grid.ts';
import {
  cellName,
  findFormColumns,
  foldLabel,
  formRowKey,
  type OpenedForm,
  openMarkedForm,
} from '../files/workbook/marked-form.ts';
import { messagesIn } from '../messages.ts';
import {
  type QuestionnaireColumn,
  type QuestionnaireMark,
  questionKeyHeading,
  questionnaireColumns,
} from './questionnaire-sheet.ts';

const markSchema = z.object({
  form: z.literal('tenure-questionnaire'),
  book: z.string(),
  assessment: z.int(),
  subject: z.string(),
  respondent: z.int(),
  name: z.string().trim().min(1).max(200),
  model: z.string(),
  version: z.int(),
});
const confidences = ['low', 'medium', 'high'] as const;
/** As long as an answer given on screen may be. */
const longest = { reason: 200, evidence: 20_000, note: 20_000 } as const;

/** @throws Failure questionnaire.not-one, and what openSource throws for files that are no workbook */
export function openQuestionnaire(bytes: Uint8Array, name: string): OpenedForm<QuestionnaireMark> {
  const form = openMarkedForm<QuestionnaireMark>(bytes, name, markSchema);
  if (!form) throw new Failure('questionnaire.not-one');
  return form;
}

/** Every row that belongs to a question: by its hidden key, else by the question's words in either language. */
export function readQuestionnaire(
  { grid, markPlace }: OpenedForm<QuestionnaireMark>,
  model: MaturityModel,
): QuestionnaireRow[] {
  const { row: headingRow, columnOf } = findFormColumns(
    grid,
    markPlace,
    questionKeyHeading,
    questionnaireColumns,
    (column, language) => messagesIn(language)(`assessment.questionnaire.column.${column}`),
  );
  const indicators = indicatorsOf(model).map(({ indicator }) => indicator);
  const asked = (indicator: MaturityIndicator, folded: string) =>
    languages.some((language) => foldLabel(indicator.question[language]) === folded);
  const read: QuestionnaireRow[] = [];
  for (let row = headingRow + 1; row < grid.rows.length; row++) {
    const cells = grid.rows[row];
    const question = cells?.[columnOf('question')];
    const key = formRowKey(
      cells?.[markPlace.column],
      question,
      (folded) => indicators.find((each) => asked(each, folded))?.key,
    );
    if (key === null) continue;
    const indicator = indicators.find((each) => each.key === key);
    const place = (column: QuestionnaireColumn) => cellName({ row, column: columnOf(column) });
    if (!indicator) {
      read.push({ indicator: key, cell: place('question'), answer: null, typed: '', problem: null });
      continue;
    }
    const marks = (['level', 'reason', 'evidence', 'confidence', 'note'] as const).map((column) => ({
      column,
      mark: grid.markAt(row, columnOf(column)),
    }));
    const broken = marks.find(({ mark }) => mark?.error ?? mark?.merged);
    if (broken) {
      const typed = broken.mark?.error ?? '';
      const problem = broken.mark?.error ? 'cell-error' : 'merged';
      read.push({ indicator: key, cell: place(broken.column), answer: null, typed, problem });
      continue;
    }
    const at = (column: QuestionnaireColumn) => plainText(String(cells?.[columnOf(column)] ?? ''));
    const reading = readAnswer(at, cells?.[columnOf('level')] ?? null, model.scale.length);
    const formula = marks.find(({ mark }) => mark?.formula);
    const isAltered = !asked(indicator, foldLabel(String(question ?? '')));
    if (reading.problem) {
      const { column, problem } = reading;
      read.push({ indicator: key, cell: place(column), answer: null, typed: at(column), problem });
    } else
      read.push({
        indicator: key,
        cell: place(formula ? formula.column : isAltered ? 'question' : 'level'),
        answer: reading.answer,
        typed: at('level'),
        // What a formula shows today it may not show tomorrow, and an altered question may have been another one.
        problem: formula ? 'formula' : isAltered ? 'question-altered' : null,
      });
  }
  return read;
}

type Reading =
  | { readonly problem: null; readonly answer: NonNullable<QuestionnaireRow['answer']> }
  | { readonly problem: QuestionnaireProblem; readonly column: QuestionnaireColumn };

function readAnswer(at: (column: QuestionnaireColumn) => string, value: GridValue, highest: number): Reading {
  for (const column of ['reason', 'evidence', 'note'] as const)
    if (at(column).length > longest[column]) return { problem: 'too-long', column };
  const level = readLevel(value, highest);
  if (typeof level === 'string' && level !== 'not-applicable') return { problem: level, column: 'level' };
  const applicable = level !== 'not-applicable';
  if (!applicable && at('reason') === '') return { problem: 'reason-missing', column: 'reason' };
  const confidence = at('confidence') === '' ? null : confidenceIn(at('confidence'));
  if (confidence === undefined) return { problem: 'unknown-confidence', column: 'confidence' };
  return {
    problem: null,
    answer: {
      level: typeof level === 'number' ? level : null,
      applicable,
      reason: applicable ? '' : at('reason'),
      confidence,
      evidence: at('evidence'),
      note: at('note'),
    },
  };
}

/** A level may stand as a number or as text, alone or before its words: `3`, `3.0`, `3 Needs …`. */
function readLevel(
  value: GridValue,
  highest: number,
): number | null | 'not-applicable' | 'level-out-of-range' | 'not-a-level' {
  const text = foldLabel(String(value ?? ''));
  if (text === '') return null;
  const labels = languages.flatMap((language) => [
    messagesIn(language)('assessment.notApplicable'),
    messagesIn(language)('assessment.notApplicableShort'),
  ]);
  if (labels.some((each) => foldLabel(each) === text)) return 'not-applicable';
  const number = Number(/^(-?\d+(?:\.\d+)?)(?:\s|$)/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) return 'not-a-level';
  return Number.isInteger(number) && number >= 1 && number <= highest ? number : 'level-out-of-range';
}

function confidenceIn(text: string) {
  const folded = foldLabel(text);
  return confidences.find((each) =>
    languages.some((language) => foldLabel(messagesIn(language)(`assessment.confidence.${each}`)) === folded),
  );
}
