import type { TFunction } from 'i18next';
import { type Answer, missingAnswer, moneyOfAnswer } from '../../db/handoff/answer.ts';
import { fieldsToFix } from '../../db/handoff/decision.ts';
import type { Handoff } from '../../db/handoff/query.ts';
import { type FieldScore, scoreHandoff } from '../../db/handoff/score.ts';
import { answerSources } from '../../db/handoff/source.ts';
import type { HandoffField } from '../../db/handoff/template.ts';
import { type IsoDate, isIsoDate } from '../../db/types/calendar.ts';
import type { Language } from '../../db/types/language.ts';
import { majorUnits, moneyFromDecimal } from '../../db/types/money.ts';
import { headLine, keyedRow, markedSheet, sectionRow } from '../files/marked-sheet.ts';
import type { Formatted } from '../files/workbook/cell.ts';
import {
  type Cell,
  type CellStyle,
  type ColourRule,
  type Sheet,
  type SheetRow,
  sheetName,
} from '../files/workbook/sheet.ts';

/** Which handoff of which book a form belongs to; it travels in the form's hidden first cell. */
export type FormMark = {
  readonly form: 'tenure-handoff';
  readonly book: string;
  readonly handoff: number;
  readonly account: string;
  readonly kind: string;
  readonly version: number;
  /** Whether it asks for the source of each answer; forms made before they did say nothing of it. */
  readonly asksSource?: true | undefined;
};

/** The heading of the hidden column that holds each row's field, in every language. */
export const keyHeading = 'tenure-field';

/** Columns of the form after the hidden one. Their headings are found again by their words, in either language. */
export const formColumns = [
  'label',
  'need',
  'supplier',
  'help',
  'answer',
  'source',
  'evidence',
  'comment',
  'fix',
] as const;
export type FormColumn = (typeof formColumns)[number];

/** In characters; together they fit a landscape page at about three quarters of their size. */
const widths: Readonly<Record<FormColumn, number>> = {
  label: 22,
  need: 15,
  supplier: 10,
  help: 36,
  answer: 44,
  source: 12,
  evidence: 22,
  comment: 22,
  fix: 14,
};

export type FormContext = {
  readonly labels: TFunction;
  readonly language: Language;
  /** What tells this book from another: when it was made. */
  readonly book: string;
  readonly currency: string;
  readonly today: IsoDate;
};

/**
 * A handoff as a form that sales fill in with nothing but Excel: labels locked, answers open, each with a note that says
 * what is wanted, drop-downs where there are choices, empty required answers in red, and what to fix when it was returned.
 */
export function handoffFormSheet(handoff: Handoff, context: FormContext): Sheet {
  const { labels: t, language } = context;
  const score = scoreHandoff(handoff.template, handoff.answers);
  const fix = new Set(handoff.state === 'returned' ? fieldsToFix(score).map(({ field }) => field.key) : []);
  const columns = formColumns.filter((column) => column !== 'fix' || fix.size > 0);
  const scores = new Map(score.fields.map((each) => [each.field.key, each]));
  const shown = columns.map((column) => ({ heading: t(`handoff.form.${column}`), width: widths[column] }));
  const rows: SheetRow[] = [];
  const colours: ColourRule[] = [];
  for (const section of handoff.template.sections) {
    rows.push(sectionRow(section.name[language], columns.length));
    for (const field of section.fields) {
      const cells = fieldCells(field, handoff, scores.get(field.key), fix, context);
      rows.push(
        keyedRow(
          field.key,
          columns.map((column) => cells[column]),
          shown,
          field.lines,
        ),
      );
      const answer = { row: rows.length, column: columns.indexOf('answer') + 2, rows: 1, columns: 1 };
      if (field.need === 'required') colours.push({ area: answer, style: 'bad', equals: '' });
    }
  }
  return markedSheet({
    name: sheetName(t('handoff.form.sheet')),
    mark: markOf(handoff, context.book),
    title: t('handoff.form.title', { account: handoff.accountName }),
    head: headRows(handoff, context),
    keyHeading,
    columns: shown,
    rows,
    colours,
  });
}

function markOf({ id, accountName, template }: Handoff, book: string): FormMark {
  const { kind, version } = template;
  return { form: 'tenure-handoff', book, handoff: id, account: accountName, kind, version, asksSource: true };
}

function headRows(handoff: Handoff, { labels: t, today }: FormContext): SheetRow[] {
  const facts = [
    handoff.accountName,
    handoff.deal,
    handoff.seller && t('handoff.form.seller', { name: handoff.seller }),
    handoff.receiver && t('handoff.form.receiver', { name: handoff.receiver }),
    t('handoff.form.asOf', { date: today }),
  ].filter((fact) => fact);
  const reason = handoff.state === 'returned' ? handoff.returns.at(-1)?.reason : null;
  return [
    headLine(facts.join(' · '), 1),
    headLine(t('handoff.form.teach'), 2),
    ...(reason ? [headLine(t('handoff.form.returned', { reason }), 2, 'warn')] : []),
  ];
}

function fieldCells(
  field: HandoffField,
  handoff: Handoff,
  score: FieldScore | undefined,
  fix: ReadonlySet<string>,
  { labels: t, language, currency }: FormContext,
): Record<FormColumn, Cell> {
  const given = handoff.answers[field.key];
  const text = (value: string, style: CellStyle): Cell => ({ format: 'text', value, style, wrap: true });
  const input = { style: 'input', unlocked: true, wrap: true } as const;
  const note = [
    field.help[language],
    field.unit && t('handoff.form.unit', { unit: field.unit[language] }),
    field.type === 'money' && t('handoff.form.money', { currency }),
    field.type === 'date' && t('handoff.form.date'),
  ].filter((part) => part);
  return {
    label: text(field.label[language], field.need === 'required' ? 'body' : 'label'),
    need: text(t(`handoff.need.${field.need}`), field.need === 'required' ? 'body' : 'muted'),
    supplier: text(t(`handoff.supplier.${field.supplier}`), 'muted'),
    help: text(field.help[language], 'muted'),
    answer: {
      ...answerCell(field, given?.answer ?? '', language, currency),
      ...input,
      note: note.join('\n'),
      ...(field.type === 'choice' && { list: field.options.map(({ label }) => label[language]) }),
    },
    source: {
      format: 'text',
      value: given?.source ? t(`handoff.source.${given.source}`) : null,
      ...input,
      note: t('handoff.form.sourceNote'),
      list: answerSources.map((source) => t(`handoff.source.${source}`)),
    },
    evidence: { format: 'text', value: given?.evidence ?? null, ...input },
    comment: { format: 'text', value: given?.comment ?? null, ...input },
    fix: fix.has(field.key) && score ? text(fixWords(score, t), 'warn') : text('', 'body'),
  };
}

/** What is wrong with an answer that has to be fixed, in one or two words. */
function fixWords({ missing, quality }: FieldScore, t: TFunction): string {
  return missing ? t(`handoff.missing.${missing}`) : t(`handoff.fix.${quality === 1 ? 'vague' : 'usable'}`);
}

/**
 * The answer as a spreadsheet holds it best. What a number cell would not give back exactly, and every placeholder, is
 * written as text.
 */
function answerCell(field: HandoffField, answer: Answer, language: Language, currency: string): Formatted {
  const text: Formatted = { format: 'text', value: answer };
  if (field.type === 'choice') {
    const option = field.options.find(({ key }) => key === answer);
    return option ? { format: 'text', value: option.label[language] } : text;
  }
  const empty = answer === '';
  if (!empty && missingAnswer(field, answer) !== null) return text;
  switch (field.type) {
    case 'number':
      if (empty) return { format: 'integer', value: null };
      if (String(Number(answer)) !== answer || !fitsCell(answer)) return text;
      return { format: answer.includes('.') ? 'decimal' : 'integer', value: Number(answer) };
    case 'money': {
      if (empty) return { format: 'money', value: null };
      const money = moneyOfAnswer(answer);
      const major = money && String(majorUnits(money));
      if (!major || !fitsCell(major) || moneyFromDecimal(major, currency) === null) return text;
      return { format: 'money', value: money };
    }
    case 'date':
      return empty || isIsoDate(answer) ? { format: 'date', value: empty ? null : answer } : text;
    default:
      return text;
  }
}

/** A spreadsheet keeps 15 digits of a number. */
function fitsCell(digits: string): boolean {
  return digits.replace(/\D/g, '').length <= 15;
}
