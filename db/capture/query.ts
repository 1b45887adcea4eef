import { sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { CaptureNames } from './rule.ts';

/** The accounts and contacts a line may speak of: accounts whose name begins with something in it, contacts named in full. */
export async function namesIn(db: Reader, line: string): Promise<Omit<CaptureNames, 'accountInView'>> {
  const { rows: accounts } = await sql<{ id: number; name: string }>`
    select id, name from account
    where archived_at is null and instr(lower(${line}), lower(substr(name, 1, 2))) > 0`.execute(db);
  const { rows: contacts } = await sql<{ id: number; name: string; accountId: number }>`
    select contact.id, contact.name, account_id as accountId
    from contact join account on account.id = account_id
    where instr(lower(${line}), lower(contact.name)) > 0 and archived_at is null`.execute(db);
  // A contact is told by the account as well, which may not be named itself.
  const known = new Set(accounts.map(({ id }) => id));
  const others = contacts.map(({ accountId }) => accountId).filter((id) => !known.has(id));
  if (others.length === 0) return { accounts, contacts };
  const employers = await db.selectFrom('account').select(['id', 'name']).where('id', 'in', others).execute();
  return { accounts: [...accounts, ...employers], contacts };
}
