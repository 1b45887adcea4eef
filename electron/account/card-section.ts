import type { Language } from '../../db/types/language.ts';
import { type Money, majorUnits } from '../../db/types/money.ts';
import type { Formatted, FormattedBy } from '../files/workbook/cell.ts';
import type { Page } from '../files/workbook/page.ts';
import { cellOf } from '../files/workbook/table.ts';
import { messagesIn } from '../messages.ts';

/** A table on a card: as texts for paper, and written to a page of a workbook with numbers as numbers. */
export type CardSection = {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly writeTo: (page: Page) => void;
};

/** A column, and the fields of the book it is made from, written `table.column`. */
type CardColumn<Row> = FormattedBy<Row, { readonly of: readonly string[]; readonly heading: string }>;

/** Longer texts are cut, so that a card stays one page. */
const longestLine = 90;

/** Collects a card's tables; columns made from a field that may not stand there are left out, and tables without any. */
export function cardSections({
  language,
  mayStand,
}: {
  readonly language: Language;
  readonly mayStand: (fields: readonly string[]) => boolean;
}) {
  const t = messagesIn(language);
  const sections: CardSection[] = [];
  function section<Row>(
    heading: string,
    rows: readonly Row[],
    limit: number,
    columns: readonly CardColumn<Row>[],
  ): void {
    const shown = rows.slice(0, limit);
    const kept = columns
      .filter(({ of }) => mayStand(of))
      .map((column, at) => ({
        ...(column.format === 'text'
          ? { ...column, value: (row: Row) => oneLineOf(column.value(row) ?? '', longestLine) || null }
          : column),
        key: String(at),
        wrap: true,
      }));
    if (shown.length === 0 || kept.length === 0) return;
    const title =
      rows.length > limit ? t('account.card.someOf', { heading, shown: limit, count: rows.length }) : heading;
    sections.push({
      heading: title,
      columns: kept.map((column) => column.heading),
      rows: shown.map((row) => kept.map((column) => paperText(cellOf(column, row), language))),
      writeTo: (page) => {
        page.section(title);
        page.table<Row, string>(kept, shown);
        page.gap();
      },
    });
  }
  return { section, sections };
}

/** The text on one line, cut at a number of characters. */
export function oneLineOf(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}

function paperText({ format, value }: Formatted, language: Language): string {
  if (value === null) return '';
  if (format === 'money') return moneyText(value, language);
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : String(value);
}

/** An amount in currency units, with its currency's code. */
export function moneyText(money: Money, language: Language): string {
  return `${new Intl.NumberFormat(language).format(majorUnits(money))} ${money.currency}`;
}
