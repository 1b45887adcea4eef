import type { SuccessShown } from '../qbr/content.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';

/** Why the account bought and what it would call a success, or null while nobody wrote it down. */
export async function findSuccessDefinition(db: Reader, accountId: number): Promise<SuccessShown | null> {
  const row = await db
    .selectFrom('success_definition')
    .select(['definition', 'why_bought as whyBought'])
    .select(['confirmed_on as confirmedOn', 'confirmed_by as confirmedBy'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ?? null;
}

/** Other words are another definition: whoever confirmed the old ones has not confirmed these. */
export async function writeSuccessDefinition(
  trx: Writer,
  accountId: number,
  words: Pick<SuccessShown, 'whyBought' | 'definition'>,
): Promise<void> {
  const known = await findSuccessDefinition(trx, accountId);
  const row = { why_bought: words.whyBought, definition: words.definition };
  const unconfirmed = { confirmed_on: null, confirmed_by: null };
  await trx
    .insertInto('success_definition')
    .values({ ...row, ...unconfirmed, account_id: accountId })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet(known?.definition === words.definition ? row : { ...row, ...unconfirmed }),
    )
    .execute();
}

/** Notes when the customer confirmed the definition, and who. */
export async function confirmSuccessDefinition(
  trx: Writer,
  accountId: number,
  on: IsoDate,
  by: string | null,
): Promise<void> {
  await trx
    .updateTable('success_definition')
    .set({ confirmed_on: on, confirmed_by: by })
    .where('account_id', '=', accountId)
    .execute();
}
