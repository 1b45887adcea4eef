import type { TFunction } from 'i18next';
import type { MaturityIndicator, MaturityModel } from '../../db/maturity/model.ts';
import type { QuestionnaireAnswer } from '../../db/maturity/questionnaire.ts';
import type { IsoDate } from '../../db/types/calendar.ts';
import type { Language } from '../../db/types/language.ts';
import { headLine, keyedRow, markedSheet, sectionRow } from '../files/marked-sheet.ts';
import {
  type Cell,
  type CellStyle,
  type ColourRule,
  type Sheet,
  type SheetRow,
  sheetName,
} from '../files/workbook/sheet.ts';

/** Which respondent of which assessment a questionnaire was sent to; it travels in its hidden first cell. */
export type QuestionnaireMark = {
  readonly form: 'tenure-questionnaire';
  readonly book: string;
  readonly assessment: number;
  readonly subject: string;
  readonly respondent: number;
  readonly name: string;
  readonly model: string;
  readonly version: number;
};

/** The heading of the hidden column that holds each row's indicator, in every language. */
export const questionKeyHeading = 'tenure-question';

/** Columns of the questionnaire after the hidden one; their headings are `assessment.questionnaire.column.…`. */
export const questionnaireColumns = [
  'question',
  'levels',
  'level',
  'reason',
  'evidence',
  'confidence',
  'note',
] as const;
export type QuestionnaireColumn = (typeof questionnaireColumns)[number];

/** In characters; together they fit a landscape page. */
const widths: Readonly<Record<QuestionnaireColumn, number>> = {
  question: 30,
  levels: 58,
  level: 14,
  reason: 20,
  evidence: 30,
  confidence: 12,
  note: 24,
};

export type Questionnaire = {
  readonly mark: QuestionnaireMark;
  readonly model: MaturityModel;
  /** What is answered already, by indicator. */
  readonly answers: Readonly<Record<string, QuestionnaireAnswer>>;
  readonly today: IsoDate;
};

/**
 * A model as a questionnaire that one respondent fills in with nothing but Excel: questions and levels locked, answers open,
 * the level from a drop-down, what must be observed for each level in the note of its cell.
 */
export function questionnaireSheet(made: Questionnaire, t: TFunction, language: Language): Sheet {
  const { mark, model, answers, today } = made;
  const columns = questionnaireColumns.map((column) => ({
    heading: t(`assessment.questionnaire.column.${column}`),
    width: widths[column],
  }));
  const rows: SheetRow[] = [];
  const colours: ColourRule[] = [];
  for (const { name, indicators } of model.dimensions) {
    rows.push(sectionRow(name[language], columns.length));
    for (const indicator of indicators) {
      const cells = questionCells(indicator, model, answers[indicator.key], t, language);
      rows.push(
        keyedRow(
          indicator.key,
          questionnaireColumns.map((column) => cells[column]),
          columns,
          2,
        ),
      );
      const level = questionnaireColumns.indexOf('level') + 2;
      const area = { row: rows.length, column: level, rows: 1, columns: 1 };
      colours.push({ area, style: 'warn', equals: '' });
    }
  }
  return markedSheet({
    name: sheetName(t('assessment.questionnaire.sheet')),
    mark,
    title: `${mark.subject} · ${model.name[language]}`,
    head: [
      headLine(`${mark.name} · ${t('assessment.questionnaire.asOf', { date: today })}`, 1),
      headLine(t('assessment.questionnaire.teach', { highest: model.scale.length }), 2),
    ],
    keyHeading: questionKeyHeading,
    columns,
    rows,
    colours,
  });
}

function questionCells(
  { question, levels, evidence }: MaturityIndicator,
  model: MaturityModel,
  given: QuestionnaireAnswer | undefined,
  t: TFunction,
  language: Language,
): Record<QuestionnaireColumn, Cell> {
  const text = (value: string | null, style: CellStyle): Cell => ({
    format: 'text',
    value,
    style,
    wrap: true,
  });
  const input = (value: string | null | undefined, more: Partial<Cell> = {}): Cell => ({
    ...more,
    format: 'text',
    value: value || null,
    style: 'input',
    unlocked: true,
    wrap: true,
  });
  const level = given?.applicable === false ? t('assessment.notApplicable') : given?.level;
  const descriptors = levels.map((each) => `${each.level}  ${each.text[language]}`).join('\n');
  return {
    question: text(question[language], 'body'),
    levels: text(descriptors, 'label'),
    level: input(level === null || level === undefined ? null : String(level), {
      list: [...model.scale.map((each) => String(each.level)), t('assessment.notApplicable')],
      note: levels.map((each) => `${each.level}: ${each.test[language]}`).join('\n'),
    }),
    reason: input(given?.reason),
    evidence: input(given?.evidence, { note: evidence[language] }),
    confidence: input(given?.confidence && t(`assessment.confidence.${given.confidence}`), {
      list: (['low', 'medium', 'high'] as const).map((each) => t(`assessment.confidence.${each}`)),
    }),
    note: input(given?.note),
  };
}
