import type { Selectable, Updateable } from 'kysely';
import type { Reader, SuccessDefinitionTable, Writer } from '../schema.ts';

/** Why the account bought and what it would call a success, or null while nobody wrote it down. */
export async function findSuccessDefinition(
  db: Reader,
  accountId: number,
): Promise<Selectable<SuccessDefinitionTable> | null> {
  const row = await db
    .selectFrom('success_definition')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ?? null;
}

/** Changes what is given and leaves the rest. */
export async function writeSuccessDefinition(
  trx: Writer,
  accountId: number,
  facts: Omit<Updateable<SuccessDefinitionTable>, 'id' | 'account_id'>,
): Promise<void> {
  await trx
    .insertInto('success_definition')
    .values({
      why_bought: null,
      definition: null,
      confirmed_on: null,
      confirmed_by: null,
      ...facts,
      account_id: accountId,
    })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(facts))
    .execute();
}
