import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount } from '../testing/book.ts';
import { undo } from '../undo.ts';
import { createHandoff, getHandoff } from './query.ts';
import { builtInTemplates, deliveryList, type HandoffKind } from './template.ts';
import {
  currentTemplate,
  findTemplateDraft,
  listTemplateVersions,
  publishTemplateDraft,
  saveTemplateDraft,
  type TemplateDraft,
} from './template-query.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
});
afterEach(() => book.close());

const save = (draft: TemplateDraft) =>
  record(book, { key: 'handoff-template.edit' }, (trx) => saveTemplateDraft(trx, draft));
const publish = (kind: HandoffKind) =>
  record(book, { key: 'handoff-template.publish' }, (trx) => publishTemplateDraft(trx, kind));
async function begin(): Promise<number> {
  const template = await currentTemplate(book.db, 'new-deal');
  return record(book, { key: 'handoff.create' }, async (trx) => {
    const { id } = await trx
      .insertInto('account')
      .values({ ...testAccount, name: `Harbor ${template.version}` })
      .returning('id')
      .executeTakeFirstOrThrow();
    return createHandoff(trx, template, { account_id: id, deal: null, seller: null, receiver: null });
  });
}
const shortened = { ...deliveryList, sections: deliveryList.sections.slice(0, 3) };

it('begins each kind with the list the product came with', async () => {
  for (const [kind, template] of Object.entries(builtInTemplates))
    expect(await currentTemplate(book.db, kind as HandoffKind)).toEqual(template);
});

it('publishes an edit as the next version, and a handoff keeps the one it began with', async () => {
  const first = await begin();
  await save(shortened);
  expect(await publish('new-deal')).toBe(2);
  const second = await begin();
  expect((await getHandoff(book.db, first)).template.version).toBe(1);
  expect((await getHandoff(book.db, first)).template.sections).toHaveLength(6);
  expect((await getHandoff(book.db, second)).template).toMatchObject({ version: 2 });
  expect((await getHandoff(book.db, second)).template.sections).toHaveLength(3);
  expect(
    (await listTemplateVersions(book.db, 'new-deal')).map(({ template, handoffs }) => [
      template.version,
      handoffs,
    ]),
  ).toEqual([
    [2, 1],
    [1, 1],
  ]);
  expect(await findTemplateDraft(book.db, 'new-deal')).toBeNull();
  expect(await currentTemplate(book.db, 'expansion')).toEqual(builtInTemplates.expansion);
});

it('does not publish a list that is not finished, and keeps it as it is', async () => {
  const draft = { ...shortened, name: { en: 'Short list', 'zh-CN': '' } };
  await save(draft);
  await expect(publish('new-deal')).rejects.toMatchObject({
    code: 'handoff-template.incomplete',
    parameters: { count: 1 },
  });
  expect(await findTemplateDraft(book.db, 'new-deal')).toEqual(draft);
  expect((await currentTemplate(book.db, 'new-deal')).version).toBe(1);
});

it('refuses to change a version that was kept, or to take away one a handoff was made with', async () => {
  await begin();
  await expect(
    record(book, { key: 'handoff-template.edit' }, (trx) =>
      trx.updateTable('handoff_template').set({ body: '{}' }).execute(),
    ),
  ).rejects.toThrow(/never changes/);
  await expect(
    record(book, { key: 'handoff-template.edit' }, (trx) => trx.deleteFrom('handoff_template').execute()),
  ).rejects.toThrow(/FOREIGN KEY/);
});

it('takes a publication back as one action, with the draft it came from', async () => {
  await save(shortened);
  await publish('new-deal');
  await undo(book);
  expect(await findTemplateDraft(book.db, 'new-deal')).toEqual(shortened);
  expect((await currentTemplate(book.db, 'new-deal')).version).toBe(1);
});
