import { type Insertable, sql, type Updateable } from 'kysely';
import { Failure } from '../failure.ts';
import { naming } from '../name-taken.ts';
import type { Reader, Writer } from '../schema.ts';
import type { RuleGroup } from './placement-rule.ts';
import { ruleOf } from './query.ts';
import type { SchemeKind } from './rule.ts';
import type { SegmentationSchemeTable, SegmentTable } from './table.ts';

/** A segment as its scheme lists it, with what it comes to. */
export type SegmentLine = {
  readonly id: number;
  readonly name: string;
  readonly touch: SegmentTable['touch'];
  readonly reviewsPerYear: number | null;
  readonly isValidated: boolean;
  readonly rule: RuleGroup | null;
  readonly accounts: number;
  /** Minor units of the base currency, over the accounts whose revenue is known. */
  readonly arrMinor: number;
  /** Accounts the sum leaves out. */
  readonly arrUnknown: number;
};

export type Scheme = {
  readonly id: number;
  readonly name: string;
  readonly kind: SchemeKind;
  readonly purpose: string | null;
  /** In the order their rules are tried. */
  readonly segments: readonly SegmentLine[];
  /** Accounts of the book that no segment of this scheme has. */
  readonly unplaced: number;
};

/** Every scheme with its segments; archived accounts are not counted. */
export async function listSchemes(db: Reader): Promise<Scheme[]> {
  const [schemes, segments, sums, { accounts }] = await Promise.all([
    db.selectFrom('segmentation_scheme').selectAll().orderBy('position').orderBy('id').execute(),
    db.selectFrom('segment').selectAll().orderBy('position').orderBy('id').execute(),
    segmentSums(db),
    db
      .selectFrom('account')
      .select((count) => count.fn.countAll<number>().as('accounts'))
      .where('archived_at', 'is', null)
      .executeTakeFirstOrThrow(),
  ]);
  const sumOf = new Map(sums.map((sum) => [sum.segmentId, sum]));
  const own = Map.groupBy(segments, ({ scheme_id }) => scheme_id);
  return schemes.map(({ id, name, kind, purpose }) => {
    const lines = (own.get(id) ?? []).map((segment) => {
      const { accounts: placed = 0, arrMinor = 0, arrUnknown = 0 } = sumOf.get(segment.id) ?? {};
      return {
        id: segment.id,
        name: segment.name,
        touch: segment.touch,
        reviewsPerYear: segment.reviews_per_year,
        isValidated: segment.is_validated === 1,
        rule: ruleOf(segment),
        accounts: placed,
        arrMinor,
        arrUnknown,
      };
    });
    const placed = lines.reduce((sum, line) => sum + line.accounts, 0);
    return { id, name, kind, purpose, segments: lines, unplaced: accounts - placed };
  });
}

async function segmentSums(db: Reader) {
  return db
    .selectFrom('segment_placement')
    .innerJoin('account', 'account.id', 'segment_placement.account_id')
    .leftJoin('account_status', 'account_status.account_id', 'account.id')
    .select('segment_id as segmentId')
    .select(sql<number>`count(*)`.as('accounts'))
    .select(sql<number>`coalesce(sum(arr_minor), 0)`.as('arrMinor'))
    .select(sql<number>`count(*) - count(arr_minor)`.as('arrUnknown'))
    .where('account.archived_at', 'is', null)
    .groupBy('segment_id')
    .execute();
}

/** @throws Failure record.not-found */
export async function schemeName(db: Reader, id: number): Promise<string> {
  const found = await db
    .selectFrom('segmentation_scheme')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw new Failure('record.not-found', { noun: 'segmentation_scheme', id });
  return found.name;
}

/** At the end of the schemes. @throws Failure record.name-taken */
export async function createScheme(
  trx: Writer,
  facts: Omit<Insertable<SegmentationSchemeTable>, 'id' | 'position'>,
): Promise<number> {
  const { last } = await trx
    .selectFrom('segmentation_scheme')
    .select((max) => max.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  const { id } = await naming(facts.name, () =>
    trx
      .insertInto('segmentation_scheme')
      .values({ ...facts, position: (last ?? 0) + 1 })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/** @throws Failure record.not-found, record.name-taken */
export async function editScheme(
  trx: Writer,
  id: number,
  facts: Pick<Updateable<SegmentationSchemeTable>, 'name' | 'kind' | 'purpose'>,
): Promise<void> {
  const { numUpdatedRows } = await naming(facts.name ?? '', () =>
    trx.updateTable('segmentation_scheme').set(facts).where('id', '=', id).executeTakeFirstOrThrow(),
  );
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'segmentation_scheme', id });
}

/** With its segments and placements. @throws Failure record.not-found */
export async function deleteScheme(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('segmentation_scheme')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'segmentation_scheme', id });
}
