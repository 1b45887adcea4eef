import { sql } from 'kysely';
import { findBookSettings } from '../book/query.ts';
import { defaultGapDays } from '../contract/renewal.ts';
import { Failure } from '../failure.ts';
import { lifecycleDay, lifecycleSubject } from '../lifecycle/query.ts';
import { contractRuns, type PlannedStage } from '../lifecycle/rule.ts';
import type { Reader, Writer } from '../schema.ts';
import { dateIn, type IsoDate } from '../types/calendar.ts';
import {
  type MilestoneAnchor,
  type MilestoneKind,
  milestoneDue,
  type PlannableLine,
  type PlannedLine,
  planLines,
  runOf,
  type TouchChannel,
} from './rule.ts';
import { templateLines } from './template-query.ts';

export type Milestone = {
  readonly id: number;
  readonly lineId: number | null;
  readonly product: string | null;
  readonly kind: MilestoneKind;
  readonly title: string;
  readonly titleZh: string | null;
  readonly stage: PlannedStage;
  readonly anchor: MilestoneAnchor;
  readonly offsetDays: number;
  readonly channel: TouchChannel | null;
  readonly isFirstValue: boolean;
  readonly dueOn: IsoDate | null;
  readonly isDueFixed: boolean;
  readonly reachedOn: IsoDate | null;
};

/** An account's milestones by their day, those without one last. */
export async function listMilestones(db: Reader, accountId: number): Promise<Milestone[]> {
  const rows = await db
    .selectFrom('milestone')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    lineId: row.line_id,
    product: row.product,
    kind: row.kind,
    title: row.title,
    titleZh: row.title_zh,
    stage: row.stage,
    anchor: row.anchor,
    offsetDays: row.offset_days,
    channel: row.channel,
    isFirstValue: row.is_first_value === 1,
    dueOn: row.due_on,
    isDueFixed: row.is_due_fixed === 1,
    reachedOn: row.reached_on,
  }));
}

/**
 * What a template would give an account, line by line. One that was reached in an earlier cycle comes again once its stage
 * has moved on.
 */
export async function planMilestones(
  db: Reader,
  accountId: number,
  lines: readonly PlannableLine[],
  today: IsoDate,
): Promise<PlannedLine[]> {
  const { contracts } = await lifecycleSubject(db, accountId);
  const run = runOf(contractRuns(contracts, await lifecycleDay(db, today)), null, today);
  return planLines(lines, run, await listMilestones(db, accountId), today);
}

/**
 * Gives an account the milestones of a template that it hasn't got.
 * @param positions the lines meant, by their position in the template; null is all of them
 * @returns how many were added
 */
export async function applyTemplate(
  trx: Writer,
  accountId: number,
  templateId: number,
  positions: readonly number[] | null,
  today: IsoDate,
): Promise<number> {
  const lines = await templateLines(trx, templateId);
  const wanted = lines.filter(({ position }) => positions === null || positions.includes(position));
  const planned = await planMilestones(trx, accountId, wanted, today);
  let added = 0;
  for (const [at, { state, dueOn }] of planned.entries()) {
    const line = wanted[at];
    if (state === 'planned' || !line) continue;
    await trx
      .insertInto('milestone')
      .values({
        account_id: accountId,
        line_id: line.id,
        product: null,
        kind: line.kind,
        title: line.title,
        title_zh: line.titleZh,
        stage: line.stage,
        anchor: line.anchor,
        offset_days: line.offsetDays,
        channel: line.channel,
        is_first_value: line.isFirstValue ? 1 : 0,
        due_on: dueOn,
        reached_on: null,
      })
      .execute();
    added += 1;
  }
  return added;
}

/** Reached on a day, or (null) open again. @throws Failure record.not-found */
export async function reachMilestone(trx: Writer, id: number, reachedOn: IsoDate | null): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('milestone')
    .set({ reached_on: reachedOn })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'milestone', id });
}

/** Fixes the day, whatever the contracts say. @throws Failure record.not-found */
export async function fixMilestone(trx: Writer, id: number, dueOn: IsoDate): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('milestone')
    .set({ due_on: dueOn, is_due_fixed: 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'milestone', id });
}

/** @throws Failure record.not-found */
export async function deleteMilestone(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('milestone').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'milestone', id });
}

/** Moves open milestones with the contracts an action changed, in the same action; called by `record`. */
export async function redateMilestones(trx: Writer, actionId: number, now: Date): Promise<void> {
  const { rows } = await sql<{ accountId: number }>`
    select distinct account_id as accountId from milestone
    where reached_on is null and is_due_fixed = 0 and account_id in (
      select coalesce(json_extract(after, '$.account_id'), json_extract(before, '$.account_id')) from change
      where action_id = ${actionId} and table_name = 'contract')`.execute(trx);
  if (rows.length === 0) return;
  const settings = await findBookSettings(trx);
  const today = settings ? dateIn(settings.time_zone, now) : now.toISOString().slice(0, 10);
  const day = { today, gapDays: settings?.renewal_gap_days ?? defaultGapDays };
  for (const { accountId } of rows) {
    const runs = contractRuns((await lifecycleSubject(trx, accountId)).contracts, day);
    for (const milestone of await listMilestones(trx, accountId)) {
      if (milestone.reachedOn !== null || milestone.isDueFixed) continue;
      const dueOn = milestoneDue(milestone, runOf(runs, milestone.product, today));
      if (dueOn !== milestone.dueOn)
        await trx.updateTable('milestone').set({ due_on: dueOn }).where('id', '=', milestone.id).execute();
    }
  }
}
