import type { Insertable, Selectable, Updateable } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Answer } from './answer.ts';
import type { HandoffDecision } from './decision.ts';
import type { EngagementLimits } from './engagement-rule.ts';
import type { Quality } from './score.ts';
import type { AnswerSource, Statement } from './source.ts';
import type { HandoffTable } from './table.ts';
import type { HandoffTemplate } from './template.ts';
import { keepTemplate, templateOf } from './template-query.ts';

export type HandoffAnswer = {
  readonly answer: Answer;
  /** Null while nobody judged it. */
  readonly quality: Quality | null;
  readonly evidence: string | null;
  readonly comment: string | null;
  /** Where it comes from; null while nobody said. */
  readonly source: AnswerSource | null;
  /** Why this source was taken where others say something else. */
  readonly sourceReason: string | null;
};

/** What another source says of a field, and since when we know. */
export type HandoffStatement = Statement & { readonly on: IsoDate };

export type HandoffGap = {
  readonly id: number;
  readonly field: string;
  readonly owner: string;
  readonly dueOn: IsoDate;
  readonly settledOn: IsoDate | null;
};

export type HandoffReturn = {
  readonly id: number;
  readonly returnedOn: IsoDate;
  readonly resubmittedOn: IsoDate | null;
  readonly seller: string | null;
  readonly score: number;
  readonly offered: HandoffDecision;
  readonly fields: readonly string[];
  readonly reason: string | null;
};

type HandoffFacts = Omit<Selectable<HandoffTable>, 'template_id'>;

/** A handoff with everything that belongs to it. Answers stand under their field's key; unanswered fields are absent. */
export type Handoff = HandoffFacts & {
  readonly accountName: string;
  readonly template: HandoffTemplate;
  readonly answers: Readonly<Record<string, HandoffAnswer>>;
  /** By field; what other sources say than the answer, and what they said of it before. */
  readonly statements: Readonly<Record<string, readonly HandoffStatement[]>>;
  readonly gaps: readonly HandoffGap[];
  readonly returns: readonly HandoffReturn[];
};

/** Every handoff of accounts that are not archived, or those of one account; the newest first. */
export async function listHandoffs(db: Reader, accountId?: number, slice: Slice = []): Promise<Handoff[]> {
  let query = selectHandoffs(db)
    .where('account.archived_at', 'is', null)
    .where(isInSlice('handoff.account_id', slice))
    .orderBy('handoff.id', 'desc');
  if (accountId !== undefined) query = query.where('account_id', '=', accountId);
  return withParts(db, await query.execute());
}

/** @throws Failure record.not-found */
export async function getHandoff(db: Reader, id: number): Promise<Handoff> {
  const [handoff] = await withParts(db, await selectHandoffs(db).where('handoff.id', '=', id).execute());
  if (!handoff) throw new Failure('record.not-found', { noun: 'handoff', id });
  return handoff;
}

/** A new draft, made with this template, which is kept with the book from now on. */
export async function createHandoff(
  trx: Writer,
  template: HandoffTemplate,
  facts: Pick<Insertable<HandoffTable>, 'account_id' | 'deal' | 'seller' | 'receiver'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('handoff')
    .values({ ...facts, template_id: await keepTemplate(trx, template) } as Insertable<HandoffTable>)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found */
export async function editHandoff(
  trx: Writer,
  id: number,
  facts: Pick<
    Updateable<HandoffTable>,
    | 'deal'
    | 'seller'
    | 'receiver'
    | 'average_deal_minor'
    | 'sales_cycle_days'
    | 'implementation_days'
    | 'deal_percent'
    | 'cs_joined_on'
  >,
): Promise<void> {
  await updateHandoff(trx, id, facts);
}

/** Changes what is given of a field's answer and leaves the rest; a field is written when it first gets something. */
export async function answerField(
  trx: Writer,
  handoffId: number,
  field: string,
  { sourceReason, ...change }: Partial<HandoffAnswer>,
): Promise<void> {
  const row = { ...change, ...(sourceReason !== undefined && { source_reason: sourceReason }) };
  await trx
    .insertInto('handoff_answer')
    .values({
      handoff_id: handoffId,
      field,
      answer: '',
      quality: null,
      evidence: null,
      comment: null,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['handoff_id', 'field']).doUpdateSet(row))
    .execute();
}

/** @throws Failure record.not-found */
export async function deleteHandoff(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('handoff').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'handoff', id });
}

/** @throws Failure record.not-found */
export async function updateHandoff(trx: Writer, id: number, facts: Updateable<HandoffTable>): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('handoff')
    .set(facts)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'handoff', id });
}

/** The limits the user set, or null while the usual ones hold. `currency` is the book's. */
export async function findEngagementLimits(db: Reader, currency: string): Promise<EngagementLimits | null> {
  const row = await db.selectFrom('engagement_limit').selectAll().executeTakeFirst();
  return row
    ? {
        averageDeal: { minor: row.average_deal_minor, currency },
        salesCycleDays: row.sales_cycle_days,
        implementationDays: row.implementation_days,
      }
    : null;
}

export async function setEngagementLimits(trx: Writer, limits: EngagementLimits): Promise<void> {
  const row = {
    average_deal_minor: limits.averageDeal.minor,
    sales_cycle_days: limits.salesCycleDays,
    implementation_days: limits.implementationDays,
  };
  await trx
    .insertInto('engagement_limit')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function selectHandoffs(db: Reader) {
  return db
    .selectFrom('handoff')
    .innerJoin('account', 'account.id', 'handoff.account_id')
    .selectAll('handoff')
    .select('account.name as accountName');
}

type HandoffRow = Selectable<HandoffTable> & { accountName: string };

async function withParts(db: Reader, rows: readonly HandoffRow[]): Promise<Handoff[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [templates, answers, statements, gaps, returns] = await Promise.all([
    db.selectFrom('handoff_template').selectAll().execute(),
    db.selectFrom('handoff_answer').selectAll().where('handoff_id', 'in', ids).execute(),
    db.selectFrom('handoff_statement').selectAll().where('handoff_id', 'in', ids).orderBy('id').execute(),
    db.selectFrom('handoff_gap').selectAll().where('handoff_id', 'in', ids).orderBy('due_on').execute(),
    db.selectFrom('handoff_return').selectAll().where('handoff_id', 'in', ids).orderBy('id').execute(),
  ]);
  const templateById = new Map(templates.map((row) => [row.id, templateOf(row)]));
  const answersOf = Map.groupBy(answers, (row) => row.handoff_id);
  const statementsOf = Map.groupBy(statements, (row) => row.handoff_id);
  const gapsOf = Map.groupBy(gaps, (row) => row.handoff_id);
  const returnsOf = Map.groupBy(returns, (row) => row.handoff_id);
  return rows.map(({ template_id, ...facts }) => ({
    ...facts,
    template: found(templateById.get(template_id), 'handoff_template', template_id),
    answers: Object.fromEntries(
      (answersOf.get(facts.id) ?? []).map(({ field, source_reason, ...row }) => [
        field,
        {
          answer: row.answer,
          quality: row.quality,
          evidence: row.evidence,
          comment: row.comment,
          source: row.source,
          sourceReason: source_reason,
        },
      ]),
    ),
    statements: Object.fromEntries(
      Map.groupBy(statementsOf.get(facts.id) ?? [], ({ field }) => field)
        .entries()
        .map(([field, own]) => [
          field,
          own.map(({ source, answer, stated_on }) => ({ source, answer, on: stated_on })),
        ]),
    ),
    gaps: (gapsOf.get(facts.id) ?? []).map(({ id, field, owner, due_on, settled_on }) => ({
      id,
      field,
      owner,
      dueOn: due_on,
      settledOn: settled_on,
    })),
    returns: (returnsOf.get(facts.id) ?? []).map((row) => ({
      id: row.id,
      returnedOn: row.returned_on,
      resubmittedOn: row.resubmitted_on,
      seller: row.seller,
      score: row.score,
      offered: row.offered,
      fields: JSON.parse(row.fields) as string[],
      reason: row.reason,
    })),
  }));
}

function found<T>(value: T | undefined, noun: string, id: number): T {
  if (value === undefined) throw new Failure('record.not-found', { noun, id });
  return value;
}
