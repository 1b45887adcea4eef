import { beforeEach, expect, it } from 'vitest';
import { getHandoff } from '../../../db/handoff/query.ts';
import { uploadLimits } from '../../../db/types/upload.ts';
import type { Service } from '../../service.ts';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;

let id: number;

beforeEach(async () => {
  const people = { deal: null, seller: null, receiver: null };
  id = (await api().handoff.create({ account: { name: 'Newcomer Foods' }, ...people })).id;
  await api().handoff.answer({ id, field: 'industry', answer: 'Food: two bakeries', quality: 3 });
  await api().handoff.answer({ id, field: 'amount', answer: '486000 CNY', quality: 3 });
});

async function uploaded(name: string, ...lines: string[]): Promise<string> {
  const body = new Blob([lines.join('\n')]).stream() as Parameters<Service['transfers']['receive']>[1];
  const about = { name, mediaType: '', bytes: null, limitBytes: uploadLimits.import };
  return (await tenure.service.transfers.receive(about, body)) ?? '';
}

const accounts = () =>
  uploaded('accounts.csv', 'Account Name,Industry,Employees', 'Newcomer Foods,Consumer goods,80');
const deals = () =>
  uploaded(
    'deals.csv',
    'Deal Name,Amount,Deal owner,Create Date,Close Date,Deal probability,Associated Company',
    'First order,486000,Zhou Ming,2026-08-01,2026-11-30,0.75,Newcomer Foods',
  );

it('shows what the CRM says beside what is there and writes nothing', async () => {
  const uploads = [await accounts(), await deals()];
  const { rows } = await api().handoff.crm.compare({ id, uploads, opportunity: null });
  expect(
    rows.map(({ field, before, after, same, differs }) => [field.key, before, after, same, differs]),
  ).toEqual([
    ['industry', 'Food: two bakeries', 'Consumer goods', false, true],
    ['size', '', '50-199', false, false],
    ['amount', '486000.00 CNY', '486000.00 CNY', true, false],
  ]);
  expect((await getHandoff(tenure.service.shelf.book.db, id)).answers.size).toBeUndefined();
});

it('takes over the chosen fields as the CRM’s, keeps contradictions beside the answers, all in one action', async () => {
  const uploads = [await accounts(), await deals()];
  await api().handoff.crm.takeOver({ id, uploads, opportunity: null, fields: ['size'], noteOthers: true });
  const handoff = await getHandoff(tenure.service.shelf.book.db, id);
  expect(handoff.answers.size).toMatchObject({ answer: '50-199', source: 'crm', quality: null });
  expect(handoff.answers.industry).toMatchObject({ answer: 'Food: two bakeries', quality: 3 });
  expect(handoff.statements.industry).toEqual([
    { source: 'crm', answer: 'Consumer goods', on: '2026-11-05' },
  ]);
  expect(handoff).toMatchObject({
    deal: 'First order',
    seller: 'Zhou Ming',
    deal_percent: 75,
    sales_cycle_days: 121,
  });
  await api().change.undo();
  expect(await getHandoff(tenure.service.shelf.book.db, id)).toMatchObject({ deal: null, statements: {} });
});

it('keeps the old answer as its source’s when the CRM’s is taken instead', async () => {
  const uploads = [await accounts()];
  await api().handoff.crm.takeOver({
    id,
    uploads,
    opportunity: null,
    fields: ['industry'],
    noteOthers: true,
  });
  const { answers, statements } = await getHandoff(tenure.service.shelf.book.db, id);
  expect(answers.industry).toMatchObject({ answer: 'Consumer goods', source: 'crm', quality: null });
  expect(statements.industry).toMatchObject([{ source: 'sales', answer: 'Food: two bakeries' }]);
});

it('takes nothing of another customer', async () => {
  const uploads = [await uploaded('a.csv', 'Account Name,Industry', 'Somebody else,Mining')];
  const { rows, files } = await api().handoff.crm.compare({ id, uploads, opportunity: null });
  expect(rows).toEqual([]);
  expect(files).toEqual([{ name: 'a.csv', noun: 'account', rows: 0 }]);
});
