import { sql } from 'kysely';
import type { AccountTable } from '../account/table.ts';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { Move } from './plan.ts';
import { createSegment } from './query.ts';
import type { Placer } from './rule.ts';

/** An account and where it is in one scheme. */
export type PlacementLine = {
  readonly id: number;
  readonly name: string;
  readonly industry: string | null;
  readonly size: AccountTable['size'];
  readonly arrMinor: number | null;
  readonly segmentId: number | null;
  readonly placedBy: Placer | null;
};

/** Every account of the book by name, with its place in the scheme. */
export async function listPlacements(db: Reader, schemeId: number): Promise<PlacementLine[]> {
  return db
    .selectFrom('account_status')
    .crossJoin('account') // SQLite keeps the order of a cross join: the list walks the index of names
    .leftJoin('segment_placement', (join) =>
      join
        .onRef('segment_placement.account_id', '=', 'account.id')
        .on('segment_placement.scheme_id', '=', schemeId),
    )
    .select(['account.id', 'account.name', 'industry', 'size', 'arr_minor as arrMinor'])
    .select(['segment_id as segmentId', 'placed_by as placedBy'])
    .whereRef('account.id', '=', 'account_status.account_id')
    .where('archived_at', 'is', null)
    .orderBy('sort_name')
    .execute();
}

/** Where one account is in each scheme; a scheme it has no place in comes with null. */
export async function placementsOf(db: Reader, accountId: number) {
  return db
    .selectFrom('segmentation_scheme')
    .leftJoin('segment_placement', (join) =>
      join
        .onRef('segment_placement.scheme_id', '=', 'segmentation_scheme.id')
        .on('segment_placement.account_id', '=', accountId),
    )
    .select(['segmentation_scheme.id as schemeId', 'segmentation_scheme.name as schemeName'])
    .select(['segmentation_scheme.kind', 'segment_id as segmentId', 'placed_by as placedBy'])
    .orderBy('segmentation_scheme.position')
    .execute();
}

/** Places the accounts in the segment, out of whichever they were in. @throws Failure record.not-found */
export async function placeAccounts(
  trx: Writer,
  segmentId: number,
  accountIds: readonly number[],
  placedBy: Placer,
): Promise<void> {
  const segment = await trx
    .selectFrom('segment')
    .select('scheme_id')
    .where('id', '=', segmentId)
    .executeTakeFirst();
  if (!segment) throw new Failure('record.not-found', { noun: 'segment', id: segmentId });
  await sql`
    insert into segment_placement (scheme_id, segment_id, account_id, placed_by)
    select ${segment.scheme_id}, ${segmentId}, value, ${placedBy} from json_each(${JSON.stringify(accountIds)}) where true
    on conflict (account_id, scheme_id) do update
      set segment_id = excluded.segment_id, placed_by = excluded.placed_by`.execute(trx);
}

/** Takes the accounts out of whichever segment of the scheme they are in. */
export async function takeOut(trx: Writer, schemeId: number, accountIds: readonly number[]): Promise<void> {
  await sql`
    delete from segment_placement where scheme_id = ${schemeId}
      and account_id in (select value from json_each(${JSON.stringify(accountIds)}))`.execute(trx);
}

/** Does what was planned. */
export async function applyMoves(trx: Writer, schemeId: number, moves: readonly Move[]): Promise<void> {
  for (const [segmentId, moved] of Map.groupBy(moves, ({ to }) => to)) {
    const accountIds = moved.map(({ accountId }) => accountId);
    if (segmentId === null) await takeOut(trx, schemeId, accountIds);
    else await placeAccounts(trx, segmentId, accountIds, 'rule');
  }
}

/**
 * Places accounts as a column of an imported file says, by the segment's name; upper and lower case do not tell names apart.
 * A name the scheme does not have becomes a segment at its end; an empty one leaves the account where it is.
 * @returns the names that became segments
 */
export async function placeByName(
  trx: Writer,
  schemeId: number,
  named: readonly { readonly accountId: number; readonly segment: string | null }[],
): Promise<string[]> {
  const segments = await trx
    .selectFrom('segment')
    .select(['id', 'name'])
    .where('scheme_id', '=', schemeId)
    .execute();
  const byName = new Map(segments.map(({ id, name }) => [name.toLowerCase(), id]));
  const created: string[] = [];
  const wanted = named.flatMap(({ accountId, segment }) =>
    segment?.trim() ? [{ accountId, name: segment.trim() }] : [],
  );
  for (const [key, accounts] of Map.groupBy(wanted, ({ name }) => name.toLowerCase())) {
    const name = accounts[0]?.name ?? key;
    let id = byName.get(key);
    if (id === undefined) {
      id = await createSegment(trx, schemeId, name);
      created.push(name);
    }
    await placeAccounts(
      trx,
      id,
      accounts.map(({ accountId }) => accountId),
      'import',
    );
  }
  return created;
}
