import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import { type ImportNoun, importNouns, neededFields } from '../../db/import/noun.ts';
import { memoryBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { testAccount, testContract, testSettings } from '../../db/testing/book.ts';
import type { Field } from './field.ts';
import { importFieldsIn } from './fields.ts';
import { prepareImport, resultOf, writePrepared } from './import.ts';
import { openSource } from './read.ts';

const rowsPerNoun = 40;

/** What no list should hold and some do, for every kind of field, beside what fits. */
const extremes = [
  ...[
    '',
    ' ',
    '-500',
    '(500.00)',
    '99999999999999999999',
    `1${'0'.repeat(400)}`,
    '1e308',
    '0.0001',
    '-0',
    '1.5',
  ],
  ...['0', '1', '5', '52', '53', '3651', '601', '15%', 'NaN', 'Infinity', '9007199254740993', '86万亿'],
  ...['9999-12-31', '0001-01-01', '2024-02-30', '2026-01-01', '1/1/70', '20260101', '#N/A', '#REF!'],
  ...['yes', 'true', 'x', 'USD', 'XXX', 'EUR', '¥', '24 months', 'Zoë', '\u200b', '\uFFFF', 'a\u0007b'],
  ...['x'.repeat(200), 'x'.repeat(201), 'x'.repeat(2001), 'x'.repeat(20_001), 'a;b;c', '{"match":"all"}'],
  ...['Acme', 'K-1', 'P', 'Metric', 'Field', 'Scheme', 'kept', 'month', 'increase', 'text', 'choice'],
];
/** What makes a row of the noun stand, so that one extreme at a time is tried on it. */
const sound: Readonly<Record<string, string>> = {
  accountName: 'Acme',
  contactName: 'Ann',
  otherName: 'Bo',
  contractKey: 'C-1',
  contractStartOn: '2026-01-01',
  startOn: '2026-01-01',
  endOn: '2026-12-31',
  amount: '100',
  price: '100',
  fromOn: '2026-06-01',
  goalMetric: 'Metric',
  readOn: '2026-02-01',
  value: '3',
  occurredOn: '2026-02-01',
  fieldName: 'Field',
  schemeName: 'Scheme',
  direction: 'increase',
  side: 'us',
};

/** So that rows are not one and the same, and a later one does not speak for an earlier. */
const distinct = new Set(['name', 'product', 'metric', 'title', 'text', 'body', 'source']);

function cellOf(field: Field, row: number, extreme: string | undefined): string {
  if (extreme !== undefined) return extreme;
  const known = sound[field.key];
  if (known !== undefined) return known;
  if (field.kind.is === 'choice') return Object.keys(field.kind.choices)[0] ?? '';
  return distinct.has(field.key) ? `Row ${row}` : '';
}

test.each(importNouns)(
  'whatever a list of %s holds, the check finds what the book refuses',
  async (noun: ImportNoun) => {
    const book = await memoryBook();
    await initialize(book, async (trx) => {
      await describeBook(trx, testSettings);
      await trx
        .insertInto('account')
        .values({ ...testAccount, name: 'Acme', key: 'K-1' })
        .execute();
      await trx
        .insertInto('contact')
        .values([
          { account_id: 1, name: 'Ann' },
          { account_id: 1, name: 'Bo' },
        ])
        .execute();
      await trx
        .insertInto('contract')
        .values(testContract(1, { key: 'C-1' }))
        .execute();
      await trx
        .insertInto('goal')
        .values({ account_id: 1, metric: 'Metric', direction: 'increase' })
        .execute();
      await trx
        .insertInto('segmentation_scheme')
        .values({ name: 'Scheme', kind: 'value', position: 1 })
        .execute();
      const field = (
        name: string,
        kind: 'choice' | 'text' | 'number' | 'money' | 'date' | 'yes-no',
        position: number,
      ) => ({ name, kind, position, is_retired: 0 as const });
      await trx
        .insertInto('custom_field')
        .values([
          field('Field', 'choice', 1),
          field('T', 'text', 2),
          field('N', 'number', 3),
          field('M', 'money', 4),
          field('D', 'date', 5),
          field('Y', 'yes-no', 6),
        ])
        .execute();
    });
    const fields = (await importFieldsIn(book.db))[noun];
    const needed = new Set(neededFields[noun].flat());
    type Tried = { readonly extreme: string; readonly at: readonly number[]; readonly isBare: boolean };
    const several = fc.record({
      extreme: fc.constantFrom(...extremes),
      at: fc.array(fc.nat(fields.length - 1), { minLength: 2, maxLength: 4 }),
      isBare: fc.boolean(),
    });
    /** Every extreme in every field, in a row that is sound but for it. */
    const each = fields.flatMap((_, at) =>
      extremes.map((extreme): Tried => ({ extreme, at: [at], isBare: false })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(several, { minLength: rowsPerNoun, maxLength: rowsPerNoun }),
        async (rows: Tried[]) => {
          const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
          const lines = rows.map(({ extreme, at, isBare }, index) =>
            fields
              .map((field, column) =>
                at.includes(column) || !isBare || needed.has(field.key)
                  ? quoted(cellOf(field, index, at.includes(column) ? extreme : undefined))
                  : '""',
              )
              .join(','),
          );
          const text = [fields.map((_, column) => `c${column}`).join(','), ...lines].join('\n');
          const source = openSource(new TextEncoder().encode(text), 'x.csv', {
            encoding: 'utf-8',
            separator: ',',
          });
          const choice = {
            sheet: 0,
            noun,
            headerRow: 0,
            fields: fields.map(({ key }) => key),
            answers: Object.fromEntries(
              fields.map((_, column) => [column, { dateOrder: 'day-first', decimalSign: 'point' } as const]),
            ),
            blanked: [],
          };
          const prepared = await prepareImport(book, source, [choice]);
          const { additions, alterations, unchanged } = prepared.plans[noun];
          const taken = [...additions, ...alterations].flatMap((each) => each.rows).length + unchanged.length;
          expect(taken + prepared.leftOut.length).toBe(prepared.tables[0]?.table.rows.length);
          await writePrepared(book, 'x.csv', prepared);
          const again = resultOf(await prepareImport(book, source, [choice]));
          expect(again).toMatchObject({ added: 0, changed: 0 });
        },
      ),
      { seed: 20261201, numRuns: 6, examples: [[each]] },
    );
    expect(book.sqlite.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await book.close();
  },
);
