import { type RawBuilder, sql } from 'kysely';
import { isOwnColumn } from '../custom-field/own-column.ts';
import { type OwnFact, ownFacts, writeOwnFacts } from '../custom-field/own-column-query.ts';
import { columnOf } from '../kernel/define.ts';
import { referencesOf } from '../kernel/field.ts';
import { nounOfTable } from '../nouns.ts';
import type { Reader, Writer } from '../schema.ts';
import { type ImportNoun, importNouns } from './noun.ts';
import type { Addition, BookRow, Facts, ImportPlan } from './plan.ts';
import { contractReference } from './rules.ts';

/** What an import will do to each noun. */
export type ImportPlans = Readonly<Record<ImportNoun, ImportPlan>>;

/**
 * The rows of a noun as an import compares them: all of them, archived accounts too. A contract names the one it renews as
 * files do (`renews_key`, see contractReference); an account comes with its own columns where asked for.
 */
export async function knownRows(db: Reader, noun: ImportNoun, withOwn = false): Promise<BookRow[]> {
  if (noun === 'contract') return knownContracts(db);
  const { rows } = await sql<Facts & { id: number }>`select * from ${sql.table(noun)}`.execute(db);
  if (noun === 'account' && withOwn) {
    const own = await ownFacts(db);
    return rows.map(({ id, ...facts }) => ({ id, facts: { ...facts, ...own.get(id) } }));
  }
  return rows.map(({ id, ...facts }) => ({ id, facts }));
}

async function knownContracts(db: Reader): Promise<BookRow[]> {
  const contracts = await db.selectFrom('contract').selectAll().execute();
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  return contracts.map(({ id, renews_contract_id, ...facts }) => {
    const renewed = byId.get(renews_contract_id ?? 0);
    return { id, facts: { ...facts, renews_key: renewed ? contractReference(renewed) : null } };
  });
}

export interface ImportWriting {
  /** Rows written since the last call. */
  readonly advance?: (rows: number) => void;
  /** Stops the import; nothing of it stays. */
  readonly signal?: AbortSignal;
}

/** Rows per statement. Between two of them others get their turn, so that progress shows and cancelling is heard. */
const batchSize = 500;

/** Columns that hold the id of a row the same import may bring. */
function referencesIn(noun: ImportNoun): readonly (readonly [column: string, to: string])[] {
  const declared = nounOfTable(noun);
  return declared
    ? [
        ['account_id', 'account'],
        ...referencesOf(declared).map(([key, { to }]) => [columnOf(key), to] as const),
      ]
    : Object.entries(references);
}

const references: Readonly<Record<string, ImportNoun>> = {
  account_id: 'account',
  contact_id: 'contact',
  other_id: 'contact',
  contract_id: 'contract',
  renews_contract_id: 'contract',
  goal_id: 'goal',
  value_point_id: 'value_point',
  field_id: 'custom_field',
  scheme_id: 'segmentation_scheme',
};

/** Nouns that stand in an order, and what they are ordered within; what is new goes to the end. */
const ordered: Readonly<Partial<Record<ImportNoun, string>>> = {
  custom_field: '',
  custom_choice: 'field_id',
  segmentation_scheme: '',
  segment: 'scheme_id',
};

/** Writes what the plans say, noun after noun. */
export async function writeImport(
  trx: Writer,
  plans: ImportPlans,
  { advance, signal }: ImportWriting = {},
): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(trx); // a renewal may come before what it renews
  const ids = new Map<string, ReadonlyMap<number, number>>();
  for (const noun of importNouns) ids.set(noun, await idsFor(trx, noun, plans[noun]));
  const own: OwnFact[] = [];
  for (const noun of importNouns) {
    const columns = referencesIn(noun);
    const settled = ({ renews_key: _, ...facts }: Facts): Facts => {
      const written: Record<string, string | number | null> = { ...facts };
      for (const [column, to] of columns) {
        const id = facts[column];
        if (typeof id === 'number' && id < 0) written[column] = ids.get(to)?.get(id) ?? null;
      }
      return written;
    };
    const { additions, alterations } = plans[noun];
    const place = ordered[noun] === undefined ? null : await placesAfter(trx, noun, ordered[noun]);
    for (const batch of batches(noun === 'contract' ? renewedFirst(additions) : additions)) {
      await insert(
        trx,
        noun,
        batch.map(({ id, facts }) => {
          const written = ids.get(noun)?.get(id) ?? 0;
          const row = { ...withoutOwn(written, settled(facts), own), id: written };
          return place ? { ...row, position: place(row) } : row;
        }),
      );
      await pause(batch.length);
    }
    for (const batch of batches(alterations)) {
      for (const { id, after } of batch) await alter(trx, noun, id, withoutOwn(id, settled(after), own));
      await pause(batch.length);
    }
  }
  await writeOwnFacts(trx, own);
  async function pause(rows: number): Promise<void> {
    advance?.(rows);
    await new Promise(setImmediate);
    signal?.throwIfAborted();
  }
}

/** A row as its table takes it; its own columns go to `own`, to be written once every account is there. */
function withoutOwn(accountId: number, facts: Facts, own: OwnFact[]): Facts {
  const columns = Object.keys(facts);
  if (!columns.some(isOwnColumn)) return facts;
  const kept: Record<string, string | number | null> = {};
  for (const column of columns) {
    const fact = facts[column] ?? null;
    if (!isOwnColumn(column)) kept[column] = fact;
    else if (fact !== null) own.push({ accountId, column, fact });
  }
  return kept;
}

function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize);
}

/** The ids the additions will have, by those they were planned with. */
async function idsFor(
  trx: Writer,
  noun: ImportNoun,
  { additions }: ImportPlan,
): Promise<Map<number, number>> {
  const first = additions.length > 0 ? await nextId(trx, noun) : 0;
  return new Map(additions.map(({ id }, index) => [id, first + index]));
}

/** Gives each new row of an ordered noun the next place of those it is ordered within. */
async function placesAfter(trx: Writer, noun: ImportNoun, within: string): Promise<(row: Facts) => number> {
  const group = within === '' ? sql`0` : sql.ref(within);
  const { rows } = await sql<{ owner: number; last: number }>`
    select ${group} as owner, max(position) as last from ${sql.table(noun)} group by owner`.execute(trx);
  const last = new Map(rows.map(({ owner, last: at }) => [owner, at]));
  return (row) => {
    const owner = within === '' ? 0 : Number(row[within]);
    const place = (last.get(owner) ?? 0) + 1;
    last.set(owner, place);
    return place;
  };
}

/** What is renewed before what renews it: undo deletes in the opposite order, so no link is cut on the way. */
function renewedFirst(additions: readonly Addition[]): Addition[] {
  const byId = new Map(additions.map((addition) => [addition.id, addition]));
  const sorted = new Set<Addition>();
  const seen = new Set<Addition>();
  for (const addition of additions) {
    const chain: Addition[] = [];
    for (
      let next: Addition | undefined = addition;
      next && !seen.has(next);
      next = byId.get(Number(next.facts.renews_contract_id ?? 0))
    ) {
      seen.add(next);
      chain.push(next);
    }
    for (const each of chain.reverse()) sorted.add(each);
  }
  return [...sorted];
}

async function nextId(trx: Writer, noun: ImportNoun): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(seq), 0) as last from sqlite_sequence where name = ${noun}`.execute(trx);
  return (rows[0]?.last ?? 0) + 1;
}

/** One statement for the batch: the rows travel as JSON, which costs less than thousands of parameters. */
async function insert(trx: Writer, noun: ImportNoun, rows: readonly Facts[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const values = rows.map((row) => columns.map((column) => row[column] ?? null));
  const parts = columns.map((_, index): RawBuilder<unknown> => sql`value ->> ${sql.lit(index)}`);
  await sql`
    insert into ${sql.table(noun)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(parts)} from json_each(${JSON.stringify(values)})`.execute(trx);
}

async function alter(trx: Writer, noun: ImportNoun, id: number, after: Facts): Promise<void> {
  if (Object.keys(after).length === 0) return;
  const assignments = Object.entries(after).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`update ${sql.table(noun)} set ${sql.join(assignments)} where id = ${id}`.execute(trx);
}

/** How a file's columns were understood before. `answers` are the API's own, by column. */
export interface RememberedMapping {
  readonly noun: ImportNoun;
  readonly fields: unknown;
  readonly answers: unknown;
}

export async function findMapping(
  db: Reader,
  headings: readonly string[],
): Promise<RememberedMapping | null> {
  const row = await db
    .selectFrom('import_mapping')
    .select(['noun', 'fields', 'answers'])
    .where('headings', '=', JSON.stringify(headings))
    .executeTakeFirst();
  return row ? { noun: row.noun, fields: JSON.parse(row.fields), answers: JSON.parse(row.answers) } : null;
}

export async function rememberMapping(
  trx: Writer,
  headings: readonly string[],
  { noun, fields, answers }: RememberedMapping,
): Promise<void> {
  const stated = { noun, fields: JSON.stringify(fields), answers: JSON.stringify(answers) };
  await trx
    .insertInto('import_mapping')
    .values({ headings: JSON.stringify(headings), ...stated })
    .onConflict((conflict) => conflict.column('headings').doUpdateSet(stated))
    .execute();
}
