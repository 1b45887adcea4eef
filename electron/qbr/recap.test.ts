import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Book } from '../../db/open.ts';
import { addDecision } from '../../db/qbr/meeting-query.ts';
import { qbrRecap } from '../../db/qbr/recap-query.ts';
import { record } from '../../db/record.ts';
import { bookWithReview } from '../../db/testing/review.ts';
import { languages } from '../../db/types/language.ts';
import { qbrRecapFile, recapFileName, recapMail } from './recap.ts';

let book: Book;
let qbrId: number;
let accountId: number;
beforeEach(async () => {
  ({ book, qbrId, accountId } = await bookWithReview());
  await record(book, { key: 'qbr.edit' }, async (trx) => {
    await addDecision(trx, qbrId, { decision: 'Returns are trained in January', decidedBy: 'Shen Rui' });
    const task = {
      account_id: accountId,
      title: 'Book the training room',
      owner: 'Lin Yue',
      due_on: '2026-12-10',
    };
    await trx
      .insertInto('task')
      .values({ ...task, source_noun: 'qbr', source_id: qbrId })
      .execute();
    await trx
      .insertInto('task')
      .values({ ...task, title: 'Ask about the discount' })
      .execute();
    await trx.updateTable('contact').set({ email: 'shen.rui@yunji.example' }).execute();
    await trx.updateTable('qbr_attendee').set({ contact_id: 72_000_001, invited_on: '2026-11-20' }).execute();
  });
});
afterEach(() => book.close());
const author = { name: 'Lin Yue', address: null };

test('says what was decided, promised and is to do, with who and by when, and nothing else', async () => {
  const { text, subject, to } = recapMail(await qbrRecap(book.db, qbrId), author, 'en');
  expect(subject).toBe('Recap of our review: Yunji Supply');
  expect(to).toEqual([{ name: 'Shen Rui', address: 'shen.rui@yunji.example' }]);
  for (const line of [
    'Hello Shen Rui,',
    'Thank you for the review on 2026-12-02.',
    '- Returns are trained in January (Shen Rui)',
    'What we promised:\n- Send the training plan (Lin Yue, by 2027-01-31)',
    '- Book the training room (Lin Yue, by 2026-12-10)',
    'We have no date for the next review yet',
  ])
    expect(text).toContain(line);
  expect(text).not.toMatch(/discount|What you promised/);
});

test('is written in Chinese as a Chinese message', async () => {
  const { text, subject } = recapMail(await qbrRecap(book.db, qbrId), author, 'zh-CN');
  expect(subject).toBe('Yunji Supply业务复盘纪要');
  expect(text).toContain('Shen Rui，您好：');
  expect(text).toContain('- Book the training room（Lin Yue，2026-12-10 前）');
});

test.each(languages)('is a draft any mail program opens, with every word there, in %s', async (language) => {
  const file = Buffer.from(await qbrRecapFile(book, qbrId, language)).toString();
  expect(file).toContain('X-Unsent: 1');
  const body = Buffer.from(file.split('\r\n\r\n').slice(1).join(''), 'base64').toString();
  expect(body).toContain('Returns are trained in January');
  expect(body).not.toMatch(/qbr\.recap/);
  expect(await recapFileName(book, qbrId, language)).toMatch(/\.eml$/);
});
