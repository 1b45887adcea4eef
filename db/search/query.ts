import { type RawBuilder, sql } from 'kysely';
import { pinyin } from 'pinyin-pro';
import { columnOf, type Noun, tableOf } from '../kernel/define.ts';
import { searchedColumns } from '../kernel/field.ts';
import { type NounTable, nouns } from '../nouns.ts';
import type { Reader, Writer } from '../schema.ts';
import { chineseRuns, indexWords, matchExpression, pinyinWords } from './words.ts';

/** What search finds by words of its own: names by pinyin and initials as well, other texts by words and Chinese substrings. */
const indexedColumns = {
  account: { names: ['name'], texts: ['legal_name', 'key', 'industry', 'tags'] },
  contact: { names: ['name'], texts: ['title', 'email'] },
  note: { names: [], texts: ['body'] },
  task: { names: ['title'], texts: [] },
  goal: { names: ['metric'], texts: [] },
  milestone: { names: ['title', 'title_zh'], texts: [] },
  segment: { names: ['name'], texts: ['description'] },
  value_point: { names: ['name'], texts: ['description', 'proof_metric'] },
  value_proposition: { names: ['product'], texts: ['sentence'] },
  handoff: { names: ['deal'], texts: ['seller'] },
} as const satisfies Readonly<Record<string, Words>>;
type Words = { readonly names: readonly string[]; readonly texts: readonly string[] };

const declared = nouns
  .map((noun) => ({
    noun: tableOf(noun) as NounTable,
    names: searchedColumns(noun, 'name'),
    texts: searchedColumns(noun, 'text'),
    title: columnOf(noun.title),
    isOfAccount: noun.account !== ('none' as Noun['account']),
  }))
  .filter(({ names, texts }) => names.length + texts.length > 0);

type Indexed = keyof typeof indexedColumns | NounTable;
const searchable: readonly { readonly noun: Indexed; readonly words: Words }[] = [
  ...Object.entries(indexedColumns).map(([noun, words]) => ({
    noun: noun as keyof typeof indexedColumns,
    words,
  })),
  ...declared.map(({ noun, names, texts }) => ({ noun, words: { names, texts } })),
];

/** A rowid of the index is the row's id and its noun's number in this book; the table of numbers holds no more than these. */
const slots = 1024;

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
/** Belong to no account. */
const ofNoAccount: readonly SearchNoun[] = [
  'segment',
  'value_point',
  'value_proposition',
  ...declared.filter(({ isOfAccount }) => !isOfAccount).map(({ noun }) => noun),
];

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
  ...declared.map(({ noun, title }) => [noun, title] as const),
  ['milestone', 'title'],
  ['note', 'body'],
];

/** @returns the best matches first, accounts before what belongs to them; empty for an empty search */
export async function search(db: Reader, typed: string, limit: number): Promise<SearchHit[]> {
  const expression = matchExpression(typed);
  if (expression === null) return [];
  const numbers = await slotsOf(db);
  const codeOf = (noun: string) => sql.lit(numbers.get(noun) ?? -1);
  /** The ids of a noun's rows that match, as many as are looked at. */
  const found = (noun: Indexed) => sql`(select place / ${sql.lit(slots)} as id
    from ${plentiful.some((each) => each === noun) ? sql`hit` : sql`rare`}
    where place % ${sql.lit(slots)} = ${codeOf(noun)} limit ${sql.lit(mostFound)}) as found`;
  const { rows } = await sql<SearchHit & { rank: number }>`
    with hit as materialized (select rowid as place from search where search match ${expression}),
      rare as materialized (select place from hit where place % ${sql.lit(slots)} not in (${sql.join(plentiful.map(codeOf))}))
    ${sql.join(
      shownAs.map((shown, rank) => hitsOf(shown, rank, found)),
      sql` union all `,
    )}
    order by rank, title collate nocase limit ${limit}`.execute(db);
  return rows.map(({ rank: _, ...hit }) => hit);
}

function hitsOf(
  [noun, title, day]: (typeof shownAs)[number],
  rank: number,
  found: (noun: Indexed) => RawBuilder<unknown>,
) {
  const most = mostOfNoun[noun] ?? mostOfOthers;
  const row = sql.table(noun);
  const titleZh = noun === 'milestone' ? sql.ref('milestone.title_zh') : sql`null`;
  const facts = sql`${sql.lit(noun)} as noun, ${row}.id as id, substr(${sql.ref(title.includes('.') ? title : `${noun}.${title}`)}, 1, 160) as title,
    ${titleZh} as titleZh, ${day ? sql.ref(`${noun}.${day}`) : sql`null`} as "on", ${sql.lit(rank)} as rank`;
  if (noun === 'account')
    return sql`select * from (select ${facts}, account.id as accountId, account.name as accountName
      from ${found('account')} join account on account.id = found.id
      where archived_at is null order by title collate nocase limit ${sql.lit(most)})`;
  if (noun === 'qbr' || noun === 'assessment')
    return sql`select * from (select ${facts}, account.id as accountId, account.name as accountName
      from ${found('account')} join account on account.id = found.id
      join ${row} on ${row}.id = (select max(id) from ${row} where account_id = account.id)
      where archived_at is null order by title collate nocase limit ${sql.lit(most)})`;
  if (ofNoAccount.includes(noun))
    return sql`select * from (select ${facts}, null as accountId, null as accountName
      from ${found(noun)} join ${row} on ${row}.id = found.id order by title limit ${sql.lit(most)})`;
  return sql`select * from (select ${facts}, account.id as accountId, account.name as accountName
    from ${found(noun)} join ${row} on ${row}.id = found.id
    left join account on account.id = ${row}.account_id
    where archived_at is null order by title collate nocase limit ${sql.lit(most)})`;
}

/** Rows brought up to date at once: few enough for one statement's parameters, many enough for an import to be quick. */
const batchSize = 400;

/** The ids of the noun's rows whose own words match, for a list's filter; null for a search without words. */
export function rowsMatching(noun: string, typed: string) {
  const expression = matchExpression(typed);
  if (expression === null) return null;
  return sql<number>`(select rowid / ${sql.lit(slots)} from search where search match ${expression}
    and rowid % ${sql.lit(slots)} = (select slot from search_noun where noun = ${sql.lit(noun)}))`;
}

/** The numbers of the nouns that were ever indexed in this book. */
async function slotsOf(db: Reader): Promise<Map<string, number>> {
  const rows = await db.selectFrom('search_noun').selectAll().execute();
  return new Map(rows.map(({ noun, slot }) => [noun, slot]));
}

/** The noun's number, given out when its first row is indexed and kept for good. */
async function slotFor(trx: Writer, noun: Indexed): Promise<number> {
  const known = (await slotsOf(trx)).get(noun);
  if (known !== undefined) return known;
  const { rows } = await sql<{ slot: number }>`
    insert into search_noun (slot, noun) select coalesce(max(slot), -1) + 1, ${noun} from search_noun
    returning slot`.execute(trx);
  return rows[0]?.slot ?? 0;
}

type Changed = {
  readonly table_name: string;
  readonly row_id: number;
  readonly account_id: number | null;
};

/** Brings the index up to date for the rows an action touched; called by `record`, so that undo is found too. */
export async function reindex(trx: Writer, changed: readonly Changed[]): Promise<void> {
  for (const { noun, words } of searchable) {
    const ids = [...new Set(changed.flatMap((change) => touched(noun, change)))];
    await reindexRows(trx, noun, words, ids);
  }
}

/** The row of the noun whose words the change is among: what stands in an account's own fields is its own. */
function touched(noun: Indexed, { table_name, row_id, account_id }: Changed): number[] {
  if (table_name === noun) return [row_id];
  return noun === 'account' && table_name === 'custom_value' && account_id !== null ? [account_id] : [];
}

/** Makes the index anew from every row; a migration that finds more asks for it. */
export async function reindexAll(trx: Writer): Promise<void> {
  for (const { noun, words } of searchable) {
    const { rows } = await sql<{ id: number }>`select id from ${sql.table(noun)}`.execute(trx);
    await reindexRows(
      trx,
      noun,
      words,
      rows.map(({ id }) => id),
    );
  }
}

async function reindexRows(trx: Writer, noun: Indexed, words: Words, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const slot = await slotFor(trx, noun);
  for (let start = 0; start < ids.length; start += batchSize)
    await reindexBatch(trx, { noun, words, slot }, ids.slice(start, start + batchSize));
}

async function reindexBatch(
  trx: Writer,
  { noun, words: read, slot }: { noun: Indexed; words: Words; slot: number },
  ids: readonly number[],
): Promise<void> {
  const rowid = (id: number) => id * slots + slot;
  await sql`delete from search where rowid in (${sql.join(ids.map(rowid))})`.execute(trx);
  const { names, texts } = read;
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
