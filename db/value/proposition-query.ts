import type { Insertable, Selectable, Updateable } from 'kysely';
import { Failure } from '../failure.ts';
import { naming } from '../name-taken.ts';
import type { Reader, Writer } from '../schema.ts';
import { type ProofDirection, type ValuePartKind, type ValueState, valuePartKinds } from './point.ts';
import type { ValuePointTable, ValuePropositionTable } from './table.ts';

export type ValueParts = Readonly<Record<ValuePartKind, readonly string[]>>;

/** A value point with what it is made of and how far it has come over the book. */
export type ValuePoint = {
  readonly id: number;
  readonly name: string;
  readonly propositionId: number | null;
  readonly description: string | null;
  readonly proofMetric: string | null;
  readonly proofUnit: string | null;
  readonly proofDirection: ProofDirection | null;
  readonly parts: ValueParts;
  /** How many accounts of the book are at each state; archived ones are not counted. */
  readonly accounts: Readonly<Record<ValueState, number>>;
};

export type ValueProposition = Selectable<ValuePropositionTable> & {
  readonly points: readonly ValuePoint[];
};

/** Every proposition with its points, and the points that were only named so far. */
export async function listPropositions(
  db: Reader,
): Promise<{ propositions: ValueProposition[]; loose: ValuePoint[] }> {
  const [propositions, points] = await Promise.all([
    db.selectFrom('value_proposition').selectAll().orderBy('id').execute(),
    listPoints(db),
  ]);
  const own = Map.groupBy(points, ({ propositionId }) => propositionId);
  return {
    propositions: propositions.map((proposition) => ({
      ...proposition,
      points: own.get(proposition.id) ?? [],
    })),
    loose: own.get(null) ?? [],
  };
}

async function listPoints(db: Reader): Promise<ValuePoint[]> {
  const [points, parts, counts] = await Promise.all([
    db
      .selectFrom('value_point')
      .selectAll()
      .orderBy('proposition_id')
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db.selectFrom('value_point_part').selectAll().orderBy('id').execute(),
    db
      .selectFrom('account_value_point')
      .innerJoin('account', 'account.id', 'account_id')
      .select(['value_point_id', 'state'])
      .select((count) => count.fn.countAll<number>().as('accounts'))
      .where('archived_at', 'is', null)
      .groupBy(['value_point_id', 'state'])
      .execute(),
  ]);
  const partsOf = Map.groupBy(parts, ({ value_point_id }) => value_point_id);
  const countOf = new Map(
    counts.map(({ value_point_id, state, accounts }) => [`${value_point_id} ${state}`, accounts]),
  );
  const counted = (id: number, state: ValueState) => countOf.get(`${id} ${state}`) ?? 0;
  return points.map((point) => {
    const own = partsOf.get(point.id) ?? [];
    const named = (kind: ValuePartKind) => own.filter((part) => part.kind === kind).map(({ name }) => name);
    return {
      id: point.id,
      name: point.name,
      propositionId: point.proposition_id,
      description: point.description,
      proofMetric: point.proof_metric,
      proofUnit: point.proof_unit,
      proofDirection: point.proof_direction,
      parts: {
        module: named('module'),
        service: named('service'),
        practice: named('practice'),
        offer: named('offer'),
      },
      accounts: {
        needed: counted(point.id, 'needed'),
        sold: counted(point.id, 'sold'),
        adopted: counted(point.id, 'adopted'),
        proven: counted(point.id, 'proven'),
      },
    };
  });
}

/** @throws Failure record.name-taken */
export async function createProposition(
  trx: Writer,
  facts: Omit<Insertable<ValuePropositionTable>, 'id'>,
): Promise<number> {
  const { id } = await naming(facts.product, () =>
    trx.insertInto('value_proposition').values(facts).returning('id').executeTakeFirstOrThrow(),
  );
  return id;
}

/** @throws Failure record.not-found, record.name-taken */
export async function editProposition(
  trx: Writer,
  id: number,
  facts: Omit<Updateable<ValuePropositionTable>, 'id'>,
): Promise<void> {
  const { numUpdatedRows } = await naming(facts.product ?? '', () =>
    trx.updateTable('value_proposition').set(facts).where('id', '=', id).executeTakeFirstOrThrow(),
  );
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'value_proposition', id });
}

/** Its value points stay, without a product. @throws Failure record.not-found */
export async function deleteProposition(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('value_proposition')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'value_proposition', id });
}

/** @throws Failure record.not-found */
export async function productName(db: Reader, propositionId: number): Promise<string> {
  const found = await db
    .selectFrom('value_proposition')
    .select('product')
    .where('id', '=', propositionId)
    .executeTakeFirst();
  if (!found) throw new Failure('record.not-found', { noun: 'value_proposition', id: propositionId });
  return found.product;
}

/** @throws Failure record.not-found */
export async function valuePointName(db: Reader, id: number): Promise<string> {
  const found = await db.selectFrom('value_point').select('name').where('id', '=', id).executeTakeFirst();
  if (!found) throw new Failure('record.not-found', { noun: 'value_point', id });
  return found.name;
}

export type ValuePointFacts = Omit<Insertable<ValuePointTable>, 'id' | 'position'> & {
  readonly parts?: ValueParts;
};

/** At the end of its proposition. @throws Failure record.name-taken */
export async function createValuePoint(trx: Writer, { parts, ...facts }: ValuePointFacts): Promise<number> {
  const { last } = await trx
    .selectFrom('value_point')
    .select((max) => max.fn.max('position').as('last'))
    .where('proposition_id', 'is', facts.proposition_id ?? null)
    .executeTakeFirstOrThrow();
  const { id } = await naming(facts.name, () =>
    trx
      .insertInto('value_point')
      .values({ ...facts, position: (last ?? 0) + 1 })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  if (parts) await setParts(trx, id, parts);
  return id;
}

/** @throws Failure record.not-found, record.name-taken */
export async function editValuePoint(
  trx: Writer,
  id: number,
  { parts, ...facts }: ValuePointFacts,
): Promise<void> {
  const { numUpdatedRows } = await naming(facts.name, () =>
    trx.updateTable('value_point').set(facts).where('id', '=', id).executeTakeFirstOrThrow(),
  );
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'value_point', id });
  if (parts) await setParts(trx, id, parts);
}

/** With what the accounts have of it; goals and claims keep standing without it. @throws Failure record.not-found */
export async function deleteValuePoint(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('value_point')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'value_point', id });
}

async function setParts(trx: Writer, valuePointId: number, parts: ValueParts): Promise<void> {
  for (const kind of valuePartKinds) {
    const names = [...new Set(parts[kind])];
    await trx
      .deleteFrom('value_point_part')
      .where('value_point_id', '=', valuePointId)
      .where('kind', '=', kind)
      .$if(names.length > 0, (query) => query.where('name', 'not in', names))
      .execute();
    for (const name of names)
      await trx
        .insertInto('value_point_part')
        .values({ value_point_id: valuePointId, kind, name })
        .onConflict((conflict) => conflict.columns(['value_point_id', 'kind', 'name']).doNothing())
        .execute();
  }
}
