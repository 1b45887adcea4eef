import { sql } from 'kysely';
import { pinyin } from 'pinyin-pro';
import type { Reader, Writer } from '../schema.ts';
import { chineseRuns, indexWords, matchExpression, pinyinWords } from './words.ts';

/** What search finds by words of its own. The order is the code stored in a rowid: append, never reorder. */
const searchable = [
  'account',
  'contact',
  'note',
  'task',
  'goal',
  'milestone',
  'commitment',
  'segment',
  'value_point',
  'value_proposition',
  'handoff',
] as const;
type Indexed = (typeof searchable)[number];
const slots = 16;

/** Names are found by pinyin and initials as well; other texts by their words and Chinese substrings. */
const indexedColumns: { readonly [Noun in Indexed]: { names: readonly string[]; texts: readonly string[] } } =
  {
    account: { names: ['name'], texts: ['legal_name', 'key', 'industry', 'tags'] },
    contact: { names: ['name'], texts: ['title', 'email'] },
    note: { names: [], texts: ['body'] },
    task: { names: ['title'], texts: [] },
    goal: { names: ['metric'], texts: [] },
    milestone: { names: ['title', 'title_zh'], texts: [] },
    commitment: { names: [], texts: ['text', 'promised_by', 'promised_to'] },
    segment: { names: ['name'], texts: ['description'] },
    value_point: { names: ['name'], texts: ['description', 'proof_metric'] },
    value_proposition: { names: ['product'], texts: ['sentence'] },
    handoff: { names: ['deal'], texts: ['seller'] },
  };

/** Reviews and assessments have no words of their own: the latest of an account is found by the account's. */
export type SearchNoun = Indexed | 'qbr' | 'assessment';

/** A place that matched: the row, the account it belongs to where it has one, and a line to show. */
export type SearchHit = {
  readonly noun: SearchNoun;
  readonly id: number;
  readonly accountId: number | null;
  readonly accountName: string | null;
  readonly title: string;
  /** What `title` is called in Chinese where that is another. */
  readonly titleZh: string | null;
  /** The day of a review or an assessment. */
  readonly on: string | null;
};

/** Matches of one noun that are looked at, and how many of it are shown: one noun never crowds out the others. */
const mostFound = 60;
const mostOfNoun: { readonly [Noun in SearchNoun]?: number } = { account: 8, note: 5 };
const mostOfOthers = 4;
/** So many of an account that a word may match tens of thousands; the others are looked for without going through them. */
const plentiful: readonly Indexed[] = ['note', 'milestone'];

/** The order of the hits: who, then what is under way with them, then what was agreed, noted last. */
const shownAs: readonly (readonly [noun: SearchNoun, title: string, own?: string])[] = [
  ['account', 'name'],
  ['contact', 'name'],
  ['qbr', 'account.name', 'meeting_on'],
  ['assessment', 'account.name', 'assessed_on'],
  ['handoff', 'deal'],
  ['segment', 'name'],
  ['value_proposition', 'product'],
  ['value_point', 'name'],
  ['task', 'title'],
  ['goal', 'metric'],
  ['commitment', 'text'],
  ['milestone', 'title'],
  ['note', 'body'],
];

/** @returns the best matches first, accounts before what belongs to them; empty for an empty search */
export async function search(db: Reader, typed: string, limit: number): Promise<SearchHit[]> {
  const expression = matchExpression(typed);
  if (expression === null) return [];
  const places = searchable.map(
    (noun, slot) =>
      sql`select place / ${sql.lit(slots)} as id, ${sql.lit(slot)} as slot from
        (select place from ${plentiful.includes(noun) ? sql`hit` : sql`rare`} where place % ${sql.lit(slots)} = ${sql.lit(slot)} limit ${sql.lit(mostFound)})`,
  );
  const { rows } = await sql<SearchHit & { rank: number }>`
    with hit as materialized (select rowid as place from search where search match ${expression}),
      rare as materialized (select place from hit where place % ${sql.lit(slots)} not in (${sql.join(plentiful.map(codeOf))})),
      found as materialized (${sql.join(places, sql` union all `)})
    ${sql.join(shownAs.map(hitsOf), sql` union all `)}
    order by rank, title collate nocase limit ${limit}`.execute(db);
  return rows.map(({ rank: _, ...hit }) => hit);
}

const codeOf = (noun: Indexed) => sql.lit(searchable.indexOf(noun));

function hitsOf([noun, title, day]: (typeof shownAs)[number], rank: number) {
  const most = mostOfNoun[noun] ?? mostOfOthers;
  const row = sql.table(noun);
  const titleZh = noun === 'milestone' ? sql.ref('milestone.title_zh') : sql`null`;
  const facts = sql`${sql.lit(noun)} as noun, ${row}.id as id, substr(${sql.ref(title.includes('.') ? title : `${noun}.${title}`)}, 1, 160) as title,
    ${titleZh} as titleZh, ${day ? sql.ref(`${noun}.${day}`) : sql`null`} as "on", ${sql.lit(rank)} as rank`;
  if (noun === 'account')
    return sql`select * from (select ${facts}, account.id as accountId, account.name as accountName
      from found join account on slot = ${codeOf('account')} and account.id = found.id
      where archived_at is null order by title collate nocase limit ${sql.lit(most)})`;
  if (noun === 'qbr' || noun === 'assessment')
    return sql`select * from (select ${facts}, account.id as accountId, account.name as accountName
      from found join account on slot = ${codeOf('account')} and account.id = found.id
      join ${row} on ${row}.id = (select max(id) from ${row} where account_id = account.id)
      where archived_at is null order by title collate nocase limit ${sql.lit(most)})`;
  if (noun === 'segment' || noun === 'value_point' || noun === 'value_proposition')
    return sql`select * from (select ${facts}, null as accountId, null as accountName
      from found join ${row} on slot = ${codeOf(noun)} and ${row}.id = found.id order by title limit ${sql.lit(most)})`;
  return sql`select * from (select ${facts}, account.id as accountId, account.name as accountName
    from found join ${row} on slot = ${codeOf(noun)} and ${row}.id = found.id
    left join account on account.id = ${row}.account_id
    where archived_at is null order by title collate nocase limit ${sql.lit(most)})`;
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

type Changed = {
  readonly table_name: string;
  readonly row_id: number;
  readonly account_id: number | null;
};

/** Brings the index up to date for the rows an action touched; called by `record`, so that undo is found too. */
export async function reindex(trx: Writer, changed: readonly Changed[]): Promise<void> {
  for (const [slot, noun] of searchable.entries()) {
    const ids = [...new Set(changed.flatMap((change) => touched(noun, change)))];
    for (let start = 0; start < ids.length; start += batchSize)
      await reindexBatch(trx, noun, slot, ids.slice(start, start + batchSize));
  }
}

/** The row of the noun whose words the change is among: what stands in an account's own fields is its own. */
function touched(noun: Indexed, { table_name, row_id, account_id }: Changed): number[] {
  if (table_name === noun) return [row_id];
  return noun === 'account' && table_name === 'custom_value' && account_id !== null ? [account_id] : [];
}

/** Makes the index anew from every row; a migration that finds more asks for it. */
export async function reindexAll(trx: Writer): Promise<void> {
  for (const [slot, noun] of searchable.entries()) {
    const { rows } = await sql<{ id: number }>`select id from ${sql.table(noun)}`.execute(trx);
    const ids = rows.map(({ id }) => id);
    for (let start = 0; start < ids.length; start += batchSize)
      await reindexBatch(trx, noun, slot, ids.slice(start, start + batchSize));
  }
}

async function reindexBatch(trx: Writer, noun: Indexed, slot: number, ids: readonly number[]): Promise<void> {
  const rowid = (id: number) => id * slots + slot;
  await sql`delete from search where rowid in (${sql.join(ids.map(rowid))})`.execute(trx);
  const { names, texts } = indexedColumns[noun];
  const columns = [...names, ...texts];
  const { rows } = await sql<{ id: number } & Record<string, string | null>>`
    select id, ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(noun)}
    where id in (${sql.join(ids)})`.execute(trx);
  if (rows.length === 0) return;
  const own = noun === 'account' ? await ownTexts(trx, ids) : new Map<number, string[]>();
  const stated = (row: (typeof rows)[number], from: readonly string[]) =>
    from.map((column) => row[column] ?? null).filter((text) => text !== null);
  const values = rows.map((row) => {
    const words = [
      indexWords([...stated(row, columns), ...(own.get(row.id) ?? [])].join(' ')),
      ...stated(row, names).flatMap(typedWords),
    ];
    return sql`(${rowid(row.id)}, ${words.join(' ')})`;
  });
  await sql`insert into search (rowid, words) values ${sql.join(values)}`.execute(trx);
}

/** What stands in the accounts' own fields of text. */
async function ownTexts(trx: Writer, accountIds: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await trx
    .selectFrom('custom_value')
    .innerJoin('custom_field', 'custom_field.id', 'field_id')
    .select(['account_id', 'value'])
    .where('kind', '=', 'text')
    .where('account_id', 'in', accountIds)
    .execute();
  const texts = new Map<number, string[]>();
  for (const { account_id, value } of rows)
    texts.set(account_id, [...(texts.get(account_id) ?? []), String(value)]);
  return texts;
}

/** A longer run is a sentence, which nobody types by initials; its words would fill the index. */
const longestTyped = 16;

/** How the Chinese in a name is typed in Latin letters. */
function typedWords(name: string): string[] {
  return chineseRuns(name).map((run) =>
    pinyinWords(
      pinyin([...run].slice(0, longestTyped).join(''), { toneType: 'none', type: 'array', v: true }),
    ),
  );
}
