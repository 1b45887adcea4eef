import { expect, it } from 'vitest';
import { memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount } from '../testing/book.ts';
import { earlierAnswers } from './earlier-query.ts';
import { answerField, createHandoff, getHandoff, updateHandoff } from './query.ts';
import { builtInTemplates, deliveryList, type HandoffTemplate } from './template.ts';

it('shows an expansion what the newest earlier handoff said, never a placeholder or a choice no longer offered', async () => {
  const book = await memoryBook();
  const begin = (account_id: number, template: HandoffTemplate, answers: Record<string, string>) =>
    record(book, { key: 'handoff.create' }, async (trx) => {
      const id = await createHandoff(trx, template, { account_id, deal: null, seller: null, receiver: null });
      for (const [field, answer] of Object.entries(answers)) await answerField(trx, id, field, { answer });
      await updateHandoff(trx, id, { submitted_on: '2026-02-03' });
      return id;
    });
  const [harbor, other] = await record(book, { key: 'account.create' }, (trx) =>
    trx
      .insertInto('account')
      .values(['Harbor', 'Other'].map((name) => ({ ...testAccount, name })))
      .returning('id')
      .execute(),
  );
  const account = harbor?.id ?? 0;
  const first = await begin(account, deliveryList, { seats: '120', plan: 'Team', sponsor: 'TBD' });
  const second = await begin(account, deliveryList, { plan: 'Enterprise', size: 'under-50' });
  await begin(other?.id ?? 0, deliveryList, { champion: 'Wang Min, buyer' });
  const third = await begin(account, builtInTemplates.expansion, { seats: '200' });
  await begin(account, builtInTemplates.expansion, { amount: '1.00 CNY' });

  expect(await earlierAnswers(book.db, await getHandoff(book.db, third))).toEqual({
    seats: { answer: '120', handoffId: first, on: '2026-02-03' },
    plan: { answer: 'Enterprise', handoffId: second, on: '2026-02-03' },
  });
  expect(await earlierAnswers(book.db, await getHandoff(book.db, first))).toEqual({});
  await book.close();
});
