import type { Selectable, Updateable } from 'kysely';
import { Failure } from '../failure.ts';
import { naming } from '../name-taken.ts';
import type { Reader, Writer } from '../schema.ts';
import type { RuleGroup } from './placement-rule.ts';
import { readRule } from './placement-rule-reading.ts';
import type { ResearchQuestion, SchemeKind } from './rule.ts';
import type { PersonaTable, SegmentTable } from './table.ts';

/** Null where there is no rule. A rule that no longer reads as one places nobody, as if there were none. */
export function ruleOf({ rule }: Pick<SegmentTable, 'rule'>): RuleGroup | null {
  return rule === null ? null : readRule(JSON.parse(rule)).rule;
}

export type Persona = Pick<Selectable<PersonaTable>, 'id' | 'role' | 'needs' | 'scenario'>;

export type Segment = {
  readonly id: number;
  readonly name: string;
  readonly scheme: { readonly id: number; readonly name: string; readonly kind: SchemeKind };
  readonly description: string | null;
  readonly touch: SegmentTable['touch'];
  readonly reviewsPerYear: number | null;
  readonly milestoneTemplateId: number | null;
  readonly fitEvidence: string | null;
  readonly isValidated: boolean;
  readonly rule: RuleGroup | null;
  readonly valuePointIds: readonly number[];
  /** The answered ones. */
  readonly research: Readonly<Partial<Record<ResearchQuestion, string>>>;
  readonly personas: readonly Persona[];
};

/** @throws Failure record.not-found */
export async function getSegment(db: Reader, id: number): Promise<Segment> {
  const row = await db
    .selectFrom('segment')
    .innerJoin('segmentation_scheme', 'segmentation_scheme.id', 'scheme_id')
    .selectAll('segment')
    .select(['segmentation_scheme.name as schemeName', 'segmentation_scheme.kind as schemeKind'])
    .where('segment.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Failure('record.not-found', { noun: 'segment', id });
  const [points, research, personas] = await Promise.all([
    db.selectFrom('segment_value_point').select('value_point_id').where('segment_id', '=', id).execute(),
    db.selectFrom('segment_research').select(['question', 'answer']).where('segment_id', '=', id).execute(),
    db
      .selectFrom('persona')
      .select(['id', 'role', 'needs', 'scenario'])
      .where('segment_id', '=', id)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  ]);
  return {
    id: row.id,
    name: row.name,
    scheme: { id: row.scheme_id, name: row.schemeName, kind: row.schemeKind },
    description: row.description,
    touch: row.touch,
    reviewsPerYear: row.reviews_per_year,
    milestoneTemplateId: row.milestone_template_id,
    fitEvidence: row.fit_evidence,
    isValidated: row.is_validated === 1,
    rule: ruleOf(row),
    valuePointIds: points.map(({ value_point_id }) => value_point_id),
    research: Object.fromEntries(research.map(({ question, answer }) => [question, answer])),
    personas,
  };
}

/** At the end of its scheme. @throws Failure record.name-taken */
export async function createSegment(trx: Writer, schemeId: number, name: string): Promise<number> {
  const { last } = await trx
    .selectFrom('segment')
    .select((max) => max.fn.max('position').as('last'))
    .where('scheme_id', '=', schemeId)
    .executeTakeFirstOrThrow();
  const blank = { description: null, touch: null, reviews_per_year: null, milestone_template_id: null };
  const { id } = await naming(name, () =>
    trx
      .insertInto('segment')
      .values({
        scheme_id: schemeId,
        name,
        position: (last ?? 0) + 1,
        ...blank,
        fit_evidence: null,
        rule: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}

export type SegmentFacts = Omit<Updateable<SegmentTable>, 'id' | 'scheme_id' | 'position' | 'rule'> & {
  readonly rule?: RuleGroup | null;
};

/** @throws Failure record.not-found, record.name-taken */
export async function editSegment(trx: Writer, id: number, { rule, ...facts }: SegmentFacts): Promise<void> {
  const { numUpdatedRows } = await naming(facts.name ?? '', () =>
    trx
      .updateTable('segment')
      .set({ ...facts, ...(rule !== undefined && { rule: rule && JSON.stringify(rule) }) })
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'segment', id });
}

/** @throws Failure record.not-found */
export async function deleteSegment(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('segment').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'segment', id });
}

/** Puts a scheme's segments in this order; those not named keep their place after them. */
export async function reorderSegments(
  trx: Writer,
  schemeId: number,
  segmentIds: readonly number[],
): Promise<void> {
  for (const [at, id] of segmentIds.entries())
    await trx
      .updateTable('segment')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .where('scheme_id', '=', schemeId)
      .execute();
}
