import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentStatuses } from '../../db/account/status-query.ts';
import { createContact } from '../../db/contact/query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import { fillSampleBook } from '../../db/sample-book.ts';
import { languages } from '../../db/types/language.ts';
import { accountCard, accountCardName } from './card.ts';
import { accountCardWorkbook } from './card-workbook.ts';

let book: Book;
let id: number;
beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-11-05T04:00:00Z') });
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  await currentStatuses(book);
  ({ account_id: id } = await book.db
    .selectFrom('goal')
    .select('account_id')
    .orderBy('id')
    .executeTakeFirstOrThrow());
});
afterEach(() => book.close());

describe.each(languages)('the card of an account in %s', (language) => {
  test('the customer gets its contracts and goals, and nothing of how the house sees it', async () => {
    const house = await accountCard(book, { id, audience: 'internal', language });
    const customer = await accountCard(book, { id, audience: 'customer', language });
    expect(customer.sections.length).toBeGreaterThan(1);
    expect(customer.sections.length).toBeLessThan(house.sections.length);
    expect(customer.facts.length).toBeLessThanOrEqual(1);
    const { name } = await book.db
      .selectFrom('contact')
      .select('name')
      .where('account_id', '=', id)
      .orderBy('influence', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(house)).toContain(name);
    expect(JSON.stringify(customer.sections.filter((each) => each.rows.flat().includes(name)))).toBe('[]');
    expect(await accountCardName(book, { id, audience: 'internal', language })).not.toBe(
      await accountCardName(book, { id, audience: 'customer', language }),
    );
  });

  test('the workbook says the same and is printed on one page', async () => {
    const wanted = { id, audience: 'internal', language } as const;
    const bytes = await accountCardWorkbook(book, wanted);
    const workbook = read(bytes);
    const [name = ''] = workbook.SheetNames;
    const cells = utils.sheet_to_json<(string | null)[]>(workbook.Sheets[name] ?? {}, { header: 1 }).flat();
    const { sections, facts } = await accountCard(book, wanted);
    for (const { text } of facts) expect(cells).toContain(text);
    for (const { heading, columns, rows } of sections) {
      expect(cells).toEqual(expect.arrayContaining([heading, ...columns]));
      for (const [first = ''] of rows) expect(cells).toContain(first);
    }
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('fitToPage="1"');
    expect(sheet).not.toContain('fitToHeight="0"'); // as many pages as it takes
  });

  test('many rows are cut to what fits, and the heading says of how many', async () => {
    await record(book, { key: 'contact.create' }, async (trx) => {
      for (let at = 0; at < 40; at++)
        await createContact(trx, id, {
          name: `Person ${at} ${'with a very long name '.repeat(20)}`,
          ...{ title: null, role: null, influence: 5, sentiment: null },
          ...{ email: null, phone: null, languages: null, lastTouchedOn: null },
        });
    });
    const { sections } = await accountCard(book, { id, audience: 'internal', language });
    const people = sections.find(({ heading }) => /4\d/.test(heading));
    expect(people?.rows.length).toBe(5);
    expect(Math.max(...(people?.rows.flat() ?? []).map((text) => text.length))).toBeLessThanOrEqual(90);
  });
});
