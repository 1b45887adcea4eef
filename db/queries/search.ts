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

/** Rows brought up to date at once: few enough for one statement's parameters, many enough for an import to be quick. */
const batchSize = 400;

/** The ids of the accounts whose own words match, for a list's filter; null for a search without words. */
export function accountsMatching(typed: string) {
  const expression = matchExpression(typed);
  if (expression === null) return null;
  return sql<number>`(select rowid / ${sql.lit(slots)} from search
    where search match ${expression} and rowid % ${sql.lit(slots)} = ${sql.lit(searchable.indexOf('account'))})`;
}

/** Brings the index up to date for the rows a deed touched; called by `record`, so that undo is found too. */
export async function reindex(
  trx: Writer,
  changed: readonly { table_name: string; row_id: number; account_id: number | null }[],
): Promise<void> {
  for (const [slot, noun] of searchable.entries()) {
    const ids = [...new Set(changed.flatMap((change) => touched(noun, change)))];
    for (let start = 0; start < ids.length; start += batchSize)
      await reindexBatch(trx, noun, slot, ids.slice(start, start + batchSize));
  }
}

/** The row of the noun whose words the change is among: what stands in an account's own fields is its own. */
function touched(
  noun: SearchNoun,
  { table_name, row_id, account_id }: { table_name: string; row_id: number; account_id: number | null },
): number[] {
  if (table_name === noun) return [row_id];
  return noun === 'account' && table_name === 'custom_value' && account_id !== null ? [account_id] : [];
}

async function reindexBatch(
  trx: Writer,
  noun: SearchNoun,
  slot: number,
  ids: readonly number[],
): Promise<void> {
  const rowid = (id: number) => id * slots + slot;
  await sql`delete from search where rowid in (${sql.join(ids.map(rowid))})`.execute(trx);
  const rows = await wordsOf(trx, noun, ids);
  if (rows.length === 0) return;
  const values = rows.map(({ id, words }) => sql`(${rowid(id)}, ${words})`);
  await sql`insert into search (rowid, words) values ${sql.join(values)}`.execute(trx);
}

type Words = { readonly id: number; readonly words: string };

async function wordsOf(trx: Writer, noun: SearchNoun, ids: readonly number[]): Promise<Words[]> {
  if (noun === 'note') {
    const notes = await trx.selectFrom('note').select(['id', 'body']).where('id', 'in', ids).execute();
    return notes.map(({ id, body }) => ({ id, words: indexWords(body) }));
  }
  if (noun === 'contact') {
    const contacts = await trx
      .selectFrom('contact')
      .select(['id', 'name', 'title', 'email'])
      .where('id', 'in', ids)
      .execute();
    return contacts.map(({ id, name, title, email }) => ({ id, words: nameWords(name, title, email) }));
  }
  const accounts = await trx
    .selectFrom('account')
    .select(['id', 'name', 'key', 'legal_name', 'industry', 'tags'])
    .where('id', 'in', ids)
    .execute();
  const own = await trx
    .selectFrom('custom_value')
    .innerJoin('custom_field', 'custom_field.id', 'field_id')
    .select(['account_id', 'value'])
    .where('kind', '=', 'text')
    .where('account_id', 'in', ids)
    .execute();
  const texts = Map.groupBy(own, ({ account_id }) => account_id);
  return accounts.map(({ id, name, legal_name, key, industry, tags }) => ({
    id,
    words: nameWords(
      name,
      legal_name,
      key,
      industry,
      tags,
      ...(texts.get(id) ?? []).map(({ value }) => String(value)),
    ),
  }));
}

function nameWords(name: string, ...others: (string | null)[]): string {
  const typed = chineseRuns(name).map((run) =>
    pinyinWords(pinyin(run, { toneType: 'none', type: 'array', v: true })),
  );
  return [indexWords([name, ...others.filter((text) => text !== null)].join(' ')), ...typed].join(' ');
}
