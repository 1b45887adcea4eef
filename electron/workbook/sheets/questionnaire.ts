import type { TFunction } from 'i18next';
import type { IsoDate } from '../../../db/domain/calendar.ts';
import type { Language } from '../../../db/domain/language.ts';
import type {
  MaturityDimension,
  MaturityIndicator,
  MaturityModel,
} from '../../../db/domain/maturity-model.ts';
import type { QuestionnaireAnswer } from '../../../db/domain/questionnaire.ts';
import { displayWidth } from '../cell.ts';
import {
  type Area,
  type Cell,
  type CellStyle,
  type ColourRule,
  type Sheet,
  type SheetRow,
  sheetName,
} from '../sheet.ts';

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
const pointsPerLine = 15;

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
  const rows: SheetRow[] = [
    {
      cells: [
        { format: 'text', value: JSON.stringify(mark), style: 'muted' },
        { format: 'text', value: `${mark.subject} · ${model.name[language]}`, style: 'title' },
      ],
      height: 28,
    },
    line(`${mark.name} · ${t('assessment.questionnaire.asOf', { date: today })}`, 1),
    line(t('assessment.questionnaire.teach', { highest: model.scale.length }), 2),
  ];
  const columns = questionnaireColumns.length;
  const merged: Area[] = rows.map((_, at) => ({ row: at + 1, column: 2, rows: 1, columns }));
  rows.push({
    cells: [
      { format: 'text', value: questionKeyHeading, style: 'muted' },
      ...questionnaireColumns.map(
        (column): Cell => ({
          format: 'text',
          value: t(`assessment.questionnaire.column.${column}`),
          style: 'heading',
          wrap: true,
        }),
      ),
    ],
    height: 22,
  });
  const headingRow = rows.length;
  const colours: ColourRule[] = [];
  for (const dimension of model.dimensions) {
    rows.push(dimensionRow(dimension, columns, language));
    for (const indicator of dimension.indicators) {
      rows.push(questionRow(indicator, model, answers[indicator.key], t, language));
      const level = questionnaireColumns.indexOf('level') + 2;
      colours.push({
        area: { row: rows.length, column: level, rows: 1, columns: 1 },
        style: 'warn',
        equals: '',
      });
    }
  }
  return {
    name: sheetName(t('assessment.questionnaire.sheet')),
    columns: [
      { width: 8, hidden: true },
      ...questionnaireColumns.map((column) => ({ width: widths[column] })),
    ],
    rows,
    merged,
    colours,
    frozen: { rows: headingRow, columns: 2 },
    repeatedRow: headingRow,
    locked: true,
  };
}

function line(value: string, lines: number): SheetRow {
  return {
    cells: [null, { format: 'text', value, style: 'subtitle', wrap: true }],
    height: lines * pointsPerLine + 3,
  };
}

function dimensionRow({ name }: MaturityDimension, columns: number, language: Language): SheetRow {
  const rest = Array.from(
    { length: columns - 1 },
    (): Cell => ({ format: 'text', value: null, style: 'section' }),
  );
  return { cells: [null, { format: 'text', value: name[language], style: 'section' }, ...rest], height: 24 };
}

function questionRow(
  { key, question, levels, evidence }: MaturityIndicator,
  model: MaturityModel,
  given: QuestionnaireAnswer | undefined,
  t: TFunction,
  language: Language,
): SheetRow {
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
  const cells: Record<QuestionnaireColumn, Cell> = {
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
  return {
    cells: [text(key, 'muted'), ...questionnaireColumns.map((column) => cells[column])],
    height: rowHeight(cells),
  };
}

/** Spreadsheets don't fit rows of protected sheets by themselves. */
function rowHeight(cells: Readonly<Record<QuestionnaireColumn, Cell>>): number {
  const lines = questionnaireColumns.map((column) => {
    const cell = cells[column];
    const text = cell.format === 'text' ? (cell.value ?? '') : '';
    return text
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil((displayWidth(part) * 1.05) / widths[column])), 0);
  });
  return Math.min(409, Math.max(2, ...lines) * pointsPerLine + 5);
}
