import type { CustomValue } from '../custom-field/rule.ts';
import { writeCustomValues } from '../custom-field/value-query.ts';
import { Failure } from '../failure.ts';
import type { Writer } from '../schema.ts';
import { placeAccounts, takeOut } from '../segment/placement-query.ts';
import { type AccountFacts, refuseTakenKey, rowOf } from './query.ts';

/** What changes on accounts; what is not named stays as it is. */
export type AccountPatch = {
  readonly facts?: Partial<Omit<AccountFacts, 'tags'>>;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  /** Where they go in schemes; null takes them out. */
  readonly segments?: readonly { readonly schemeId: number; readonly segmentId: number | null }[];
  readonly custom?: readonly { readonly fieldId: number; readonly value: CustomValue | null }[];
};

/** Makes the same changes to several accounts. @throws Failure record.not-found, record.invalid, account.key-taken */
export async function patchAccounts(
  trx: Writer,
  accountIds: readonly number[],
  { facts = {}, addTags = [], removeTags = [], segments = [], custom = [] }: AccountPatch,
): Promise<void> {
  for (const id of accountIds) {
    if (facts.key !== undefined) await refuseTakenKey(trx, facts.key, id);
    const row = await trx.selectFrom('account').select('tags').where('id', '=', id).executeTakeFirst();
    if (!row) throw new Failure('record.not-found', { noun: 'account', id });
    const tags = JSON.parse(row.tags) as string[];
    const left = [...tags, ...addTags.filter((tag) => !tags.includes(tag))].filter(
      (tag) => !removeTags.includes(tag),
    );
    await trx
      .updateTable('account')
      .set({ ...rowOf(facts), tags: JSON.stringify(left) })
      .where('id', '=', id)
      .execute();
  }
  for (const { schemeId, segmentId } of segments)
    await (segmentId === null
      ? takeOut(trx, schemeId, accountIds)
      : placeAccounts(trx, segmentId, accountIds, 'hand'));
  await writeCustomValues(
    trx,
    accountIds.flatMap((accountId) => custom.map((each) => ({ accountId, ...each }))),
  );
}
