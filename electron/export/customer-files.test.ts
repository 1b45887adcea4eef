import { afterEach, beforeEach, expect, test } from 'vitest';
import { setMailSender } from '../../db/mail/query.ts';
import type { Book } from '../../db/open.ts';
import { addDecision } from '../../db/qbr/meeting-query.ts';
import { record } from '../../db/record.ts';
import { bookWithReview } from '../../db/testing/review.ts';
import type { Audience } from '../../db/types/audience.ts';
import { type Language, languages } from '../../db/types/language.ts';
import { accountCard } from '../account/card.ts';
import { accountCardWorkbook } from '../account/card-workbook.ts';
import { qbrDeck } from '../qbr/deck.ts';
import { qbrRecapFile } from '../qbr/recap.ts';
import { printedReview } from '../qbr/version.ts';
import { qbrWorkbook } from '../qbr/workbook.ts';
import { found, plantMarks, readAll } from '../testing/internal-marks.ts';

/**
 * Every file and page a customer gets of a review, made from a book with a mark in every internal field of the schema. A field
 * whose mark is found anywhere in one of them, in any part, note, property or embedded workbook, is named by the failing test.
 */
let book: Book;
let qbrId: number;
let accountId: number;
beforeEach(async () => {
  ({ book, qbrId, accountId } = await bookWithReview());
  await record(book, { key: 'qbr.edit' }, async (trx) => {
    await addDecision(trx, qbrId, { decision: 'Returns are trained', decidedBy: 'Shen Rui' });
    await setMailSender(trx, { title: 'CSM', email: 'lin@house.example', phone: '1' });
    const task = { account_id: accountId, title: 'Book the room', owner: 'Lin Yue', due_on: '2026-12-10' };
    await trx
      .insertInto('task')
      .values({ ...task, source_noun: 'qbr', source_id: qbrId })
      .execute();
  });
});
afterEach(() => book.close());

type Version = { readonly audience: Audience; readonly language: Language };
const files: Readonly<Record<string, (version: Version) => Promise<string>>> = {
  workbook: async (version) => readAll(await qbrWorkbook(book, qbrId, version)),
  deck: async (version) => readAll(await qbrDeck(book, qbrId, version)),
  'printed page': async (version) => JSON.stringify(await printedReview(book, qbrId, version)),
};

/** What the house reads in its own version: slides have it in their notes only, since they are shown. */
const shownInRooms = ['qbr_section.talking_point'];
const onPaperOnly = ['qbr_inside_figure.label', 'contact.name'];

test.each(languages)('no file for the customer holds an internal field, in %s', async (language) => {
  const planted = plantMarks(book);
  expect(planted).toEqual(
    expect.arrayContaining([
      'goal.note',
      'value_claim.note',
      'commitment.comment',
      'qbr_section.talking_point',
      'qbr_inside_figure.label',
      'contact.name',
    ]),
  );
  expect(planted.length).toBeGreaterThan(25);
  for (const [name, written] of Object.entries(files)) {
    expect(found(await written({ audience: 'internal', language })), `${name} for the house`).toEqual(
      expect.arrayContaining(name === 'deck' ? shownInRooms : [...shownInRooms, ...onPaperOnly]),
    );
    expect(found(await written({ audience: 'customer', language })), name).toEqual([]);
  }
});

test.each(languages)(
  'the card of an account for the customer holds no internal field, in %s',
  async (language) => {
    plantMarks(book);
    const written = async (audience: Audience) => {
      const wanted = { id: accountId, audience, language };
      return (
        JSON.stringify(await accountCard(book, wanted)) + readAll(await accountCardWorkbook(book, wanted))
      );
    };
    expect(found(await written('internal'))).toEqual(
      expect.arrayContaining(['account.owner', 'contact.name']),
    );
    expect(found(await written('customer'))).toEqual([]);
  },
);

test.each(languages)('the message after a review holds no internal field, in %s', async (language) => {
  book.sqlite.prepare(`update commitment set source_noun = 'qbr', source_id = ?`).run(qbrId);
  const kept = book.sqlite.prepare('select id, source_noun, source_id from task').all();
  const commitments = book.sqlite.prepare('select id, source_noun, source_id from commitment').all();
  plantMarks(book);
  // What ties a task and a commitment to the review is put back, so that there is something to write of.
  for (const [table, rows] of [
    ['task', kept],
    ['commitment', commitments],
  ] as const)
    for (const row of rows)
      book.sqlite
        .prepare(`update ${table} set source_noun = :source_noun, source_id = :source_id where id = :id`)
        .run(row);
  const file = Buffer.from(await qbrRecapFile(book, qbrId, language)).toString();
  const body = Buffer.from(file.split('\r\n\r\n').slice(1).join(''), 'base64').toString();
  expect(body).toContain('Book the room');
  expect(found(file + body)).toEqual([]);
});
