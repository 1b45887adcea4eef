import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { testSettings } from '../../db/testing/book.ts';
import { importFieldsIn } from './fields.ts';
import { prepareImport, resultOf, writePrepared } from './import.ts';
import { proposeTable } from './import-table.ts';
import { reasonText } from './left-out.ts';
import { openSource } from './read.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
  await initialize(book, (trx) => describeBook(trx, testSettings));
});
afterEach(() => book.close());

/** Imports as proposed, with what the user says beside. */
async function imports(text: string, stated: Readonly<Record<string, string>> = {}) {
  const source = openSource(new TextEncoder().encode(text), 'export.csv');
  const { madeBy, noun, headerRow, headings, matches } = proposeTable(
    source,
    0,
    await importFieldsIn(book.db),
  );
  if (noun === null) throw new Error('not known');
  const fields = matches[noun].map(({ field }, column) => stated[headings[column] ?? ''] ?? field);
  const prepared = await prepareImport(book, source, [
    { sheet: 0, noun, headerRow, fields, answers: {}, blanked: [] },
  ]);
  const result = await writePrepared(book, 'export.csv', prepared);
  const reasons = prepared.leftOut.map(({ reason, field }) => [reason, field]);
  const reported = prepared.leftOut.map((row) => reasonText('en', noun, row));
  return {
    madeBy,
    noun,
    ...result,
    reasons,
    reported,
    again: resultOf(
      await prepareImport(book, source, [{ sheet: 0, noun, headerRow, fields, answers: {}, blanked: [] }]),
    ),
  };
}

const companies = `Record ID,Company name,Company owner,Create Date,Industry,Country/Region,Lifecycle Stage
51,Harbor Retail,Zhou Ming,2025-01-01 10:00,RETAIL,China,Customer
52,Northwind,Zhou Ming,2025-02-01 10:00,,USA,Sales Qualified Lead
`;
const deals = `Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Associated Company,Associated Company IDs
7,Rollout,Closed won (Sales Pipeline),2026-03-01 08:30,Zhou Ming,1200,Harbor Retail,51
8,Pilot,Contract sent,2026-04-01 08:30,Zhou Ming,900,Northwind,52
9,Old,Closed lost,2025-04-01 08:30,Zhou Ming,900,Northwind,52
`;

test('HubSpot’s companies, contacts and deals fit together; only a deal that was won becomes a contract', async () => {
  expect(await imports(companies)).toMatchObject({
    madeBy: { product: 'hubspot', noun: 'account' },
    added: 2,
    leftOut: 0,
    again: { added: 0, changed: 0, unchanged: 2 },
  });
  const contacts =
    'Record ID,First Name,Last Name,Email,Job Title,Associated Company,Associated Company IDs\n9,Mei,Lin,mei@harbor.example,COO,Harbor Retail,51\n';
  expect(await imports(contacts)).toMatchObject({ noun: 'contact', added: 1, leftOut: 0 });
  const accounts = await book.db.selectFrom('account').select(['key', 'name', 'status', 'owner']).execute();
  expect(accounts).toEqual([
    { key: '51', name: 'Harbor Retail', status: 'active', owner: 'Zhou Ming' },
    { key: '52', name: 'Northwind', status: 'prospect', owner: 'Zhou Ming' },
  ]);

  const undated = await imports(deals);
  expect(undated).toMatchObject({
    madeBy: { product: 'hubspot', noun: 'opportunity' },
    noun: 'contract',
    added: 0,
  });
  expect(undated.reasons).toEqual([
    ['missing', 'startOn'],
    ['deal-not-won', null],
    ['deal-not-won', null],
  ]);
  expect(undated.reported.slice(0, 2)).toEqual(['Start: required, but empty', 'The deal was not won']);
  expect(await imports(deals, { 'Close Date': 'startOn' })).toMatchObject({
    added: 1,
    leftOut: 2,
    again: { added: 0, changed: 0 },
  });
  expect(
    await book.db.selectFrom('contract').select(['account_id', 'key', 'start_on', 'amount_minor']).execute(),
  ).toEqual([{ account_id: 1, key: '7', start_on: '2026-03-01', amount_minor: 120_000 }]);
});

test('Salesforce’s opportunities with the days of their contracts become contracts as they are', async () => {
  await imports(
    'Account ID,Account Name,Account Owner,Type\n001A,Harbor Retail,Zhou Ming,Customer - Direct\n',
  );
  const report = `Opportunity ID,Opportunity Name,Account Name,Account ID,Amount,Amount Currency,Stage,Close Date,Contract Start Date,Contract End Date
006A,Rollout,Harbor Retail,001A,"12,000.00",USD,Closed Won,3/20/2026,4/15/2026,4/14/2027
006B,Next,Harbor Retail,001A,"1.00",USD,Negotiation/Review,3/20/2026,,
006C,Unknown stage,Harbor Retail,001A,"1.00",USD,Verbal,3/20/2026,,
`;
  const result = await imports(report);
  expect(result).toMatchObject({ added: 1, leftOut: 2 });
  expect(result.reasons).toEqual([
    ['deal-not-won', null],
    ['unknown-choice', 'dealStage'],
  ]);
  expect(
    await book.db.selectFrom('contract').select(['key', 'currency', 'start_on', 'end_on']).execute(),
  ).toEqual([{ key: '006A', currency: 'USD', start_on: '2026-04-15', end_on: '2027-04-14' }]);
});
