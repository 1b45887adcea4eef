import { Command, InvalidArgumentError, Option } from 'commander';
import { today } from '../../db/book/query.ts';
import type { Book } from '../../db/open.ts';
import { isMonth } from '../../db/report/month.ts';
import { type Basis, bases } from '../../db/report/period.ts';
import { buildReport } from '../../db/report/report.ts';
import { reportJson } from '../../db/report/report-json.ts';
import { type ReportSlice, readSlice } from '../../db/report/slice.ts';
import { reportEngine, reportSheetFacts } from '../../db/report/view-query.ts';
import { type Money, majorUnits } from '../../db/types/money.ts';
import { examples, type Report, reporting, type Terminal, withBook } from '../commands/terminal.ts';

type ReportOptions = {
  from?: string;
  to?: string;
  slice: ReportSlice[];
  currency?: string;
  basis: Basis;
};

/** report: the movements, retention and unit economics of a range of months, for scripts and for people. */
export function reportCommand(terminal: Terminal): Command {
  const { t } = terminal;
  return reporting<ReportOptions>(
    terminal,
    new Command('report')
      .description(t('cli.report.description'))
      .argument('<file>', t('cli.file'))
      .option('--from <month>', t('cli.report.from'), month)
      .option('--to <month>', t('cli.report.to'), month)
      .option('--slice <slice>', t('cli.report.slice'), slices, [])
      .option('--currency <code>', t('cli.report.currency'), currency)
      .addOption(new Option('--basis <basis>', t('cli.report.basis')).choices([...bases]).default('month'))
      .addHelpText(
        'after',
        examples(t('cli.examples'), [
          'tenure report east.tenure --from 2025-01 --to 2026-12 --json',
          'tenure report east.tenure --slice "segment:Size=Large" --basis year',
        ]),
      ),
    ([file = ''], options) => withBook(file, (book) => report(book, options, terminal)),
  );
}

async function report(book: Book, options: ReportOptions, terminal: Terminal): Promise<Report> {
  const { slice: cuts, basis } = options;
  const { engine, facts } = await reportEngine(book.db, await today(book), {
    from: options.from ?? null,
    to: options.to ?? null,
    currency: options.currency ?? null,
    slices: cuts,
  });
  const built = buildReport(engine, cuts, basis, await reportSheetFacts(book.db, engine, facts, cuts));
  const json = reportJson(engine, built, cuts, engine.policies);
  return { json, text: reportText(json, terminal) };
}

const lines = [
  'opening',
  'new',
  'expansion',
  'reactivated',
  'contraction',
  'churned',
  'exchange',
  'closing',
] as const;

/** A table of the movements, a column per period. */
function reportText(json: ReturnType<typeof reportJson>, { t, language }: Terminal): string {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const amount = (minor: number) =>
    format.format(majorUnits({ minor, currency: json.currency } satisfies Money));
  const rows = lines.map((line) => [
    t(`report.line.${line}`),
    ...json.months.map((month) => amount(month[line])),
  ]);
  const heading = [json.currency, ...json.months.map(({ period }) => period)];
  const customers = [
    t('report.line.customers'),
    ...json.months.map((month) => format.format(month.customers.closing)),
  ];
  const table = [heading, ...rows, customers];
  const widths = heading.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)) + 2);
  return table
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join(''),
    )
    .join('\n');
}

function month(text: string): string {
  if (!isMonth(text)) throw new InvalidArgumentError('YYYY-MM: 2026-01');
  return text;
}

function slices(text: string, before: readonly ReportSlice[]): ReportSlice[] {
  const slice = readSlice(text);
  if (slice === null)
    throw new InvalidArgumentError('segment:Size=Large, line=Platform, cohort=2025-01, owner=…');
  return [...before, slice];
}

function currency(text: string): string {
  if (!/^[A-Za-z]{3}$/.test(text)) throw new InvalidArgumentError('ISO 4217: CNY, USD, EUR …');
  return text.toUpperCase();
}
