import { sql } from 'kysely';
import { pinyin } from 'pinyin-pro';
import { chineseRuns, indexWords, matchExpression, pinyinWords } from '../domain/search-words.ts';
import type { Reader, Writer } from '../schema.ts';

/** What search finds. The order is the code stored in a rowid: append, never reorder. */
const searchable = ['account', 'contact', 'note'] as const;
export type SearchNoun = (typeof searchable)[number];
const slots = 16;

/** A place that matched: the row, the account it belongs to and a line to show. */
export type SearchHit = {
  noun: SearchNoun;
  id: number;
  accountId: number;
  accountName: string;
  title: string;
};

/** @returns the best matches first, accounts before their contacts and notes; empty for an empty search */
export async function search(db: Reader, typed: string, limit: number): Promise<SearchHit[]> {
  const expression = matchExpression(typed);
  if (expression === null) return [];
  const { rows } = await sql<SearchHit>`
    with found as (
      select rowid / ${sql.lit(slots)} as id, rowid % ${sql.lit(slots)} as slot from search
      where search match ${expression} limit 400
    )
    select 'account' as noun, account.id, account.id as accountId, account.name as accountName, account.name as title, 0 as slot
      from found join account on found.slot = 0 and account.id = found.id where account.archived_at is null
    union all
    select 'contact', contact.id, account.id, account.name, contact.name, 1
      from found join contact on found.slot = 1 and contact.id = found.id join account on account.id = contact.account_id
      where account.archived_at is null
    union all
    select 'note', note.id, account.id, account.name, substr(note.body, 1, 160), 2
      from found join note on found.slot = 2 and note.id = found.id join account on account.id = note.account_id
      where account.archived_at is null
    order by slot, title collate nocase limit ${limit}`.execute(db);
  return rows.map(({ noun, id, accountId, accountName, title }) => ({
    noun,
    id,
    accountId,
    accountName,
    title,
  }));
}

/** Brings the index up to date for the rows a deed touched; called by `record`, so that undo is found too. */
export async function reindex(
  trx: Writer,
  changed: readonly { table_name: string; row_id: number }[],
): Promise<void> {
  for (const { table_name, row_id } of changed) {
    const noun = searchable.find((name) => name === table_name);
    if (noun === undefined) continue;
    const rowid = row_id * slots + searchable.indexOf(noun);
    await sql`delete from search where rowid = ${rowid}`.execute(trx);
    const words = await wordsOf(trx, noun, row_id);
    if (words !== null) await sql`insert into search (rowid, words) values (${rowid}, ${words})`.execute(trx);
  }
}

async function wordsOf(trx: Writer, noun: SearchNoun, id: number): Promise<string | null> {
  if (noun === 'note') {
    const note = await trx.selectFrom('note').select('body').where('id', '=', id).executeTakeFirst();
    return note ? indexWords(note.body) : null;
  }
  if (noun === 'contact') {
    const contact = await trx
      .selectFrom('contact')
      .select(['name', 'title', 'email'])
      .where('id', '=', id)
      .executeTakeFirst();
    return contact ? nameWords(contact.name, contact.title, contact.email) : null;
  }
  const account = await trx
    .selectFrom('account')
    .select(['name', 'key', 'legal_name', 'industry', 'tags'])
    .where('id', '=', id)
    .executeTakeFirst();
  return account
    ? nameWords(account.name, account.legal_name, account.key, account.industry, account.tags)
    : null;
}

function nameWords(name: string, ...others: (string | null)[]): string {
  const typed = chineseRuns(name).map((run) =>
    pinyinWords(pinyin(run, { toneType: 'none', type: 'array', v: true })),
  );
  return [indexWords([name, ...others.filter((text) => text !== null)].join(' ')), ...typed].join(' ');
}
