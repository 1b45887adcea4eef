import { bookSettings } from '../book/query.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { workingCalendar } from '../working-calendar/query.ts';
import { type ClockLimits, type HandoffClock, handoffClock, usualClock } from './clock.ts';
import { updateHandoff } from './query.ts';

/** The times this book gives itself, or the usual ones. */
export async function clockLimits(db: Reader): Promise<ClockLimits> {
  const row = await db.selectFrom('handoff_clock').selectAll().executeTakeFirst();
  return row
    ? { welcomeMinutes: row.welcome_minutes, kickoffWorkingDays: row.kickoff_working_days }
    : usualClock;
}

export async function setClockLimits(trx: Writer, limits: ClockLimits): Promise<void> {
  const row = {
    welcome_minutes: limits.welcomeMinutes,
    kickoff_working_days: limits.kickoffWorkingDays,
  };
  await trx
    .insertInto('handoff_clock')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** When the first payment came; null where that is not known. @throws Failure record.not-found */
export async function setPaidAt(trx: Writer, id: number, paidAt: string | null): Promise<void> {
  await updateHandoff(trx, id, { paid_at: paidAt });
}

/** When the customer was greeted; null where that is still to come. @throws Failure record.not-found */
export async function setWelcomedAt(trx: Writer, id: number, welcomedAt: string | null): Promise<void> {
  await updateHandoff(trx, id, { welcomed_at: welcomedAt });
}

export type RunningClock = {
  readonly id: number;
  readonly accountId: number;
  readonly accountName: string;
  readonly deal: string | null;
  readonly seller: string | null;
  readonly clock: HandoffClock;
};

/** The clocks of handoffs whose kickoff is still to come, of accounts that are not archived. */
export async function runningClocks(db: Reader, now: Date, today: IsoDate): Promise<RunningClock[]> {
  const rows = await db
    .selectFrom('handoff')
    .innerJoin('account', 'account.id', 'handoff.account_id')
    .select(['handoff.id', 'account_id', 'account.name', 'deal', 'seller', 'state'])
    .select(['paid_at', 'welcomed_at', 'accepted_on', 'kickoff_on'])
    .where('state', 'in', ['draft', 'submitted', 'returned', 'accepted'])
    .where('account.archived_at', 'is', null)
    .where((eb) => eb.or([eb('paid_at', 'is not', null), eb('accepted_on', 'is not', null)]))
    .orderBy('handoff.id')
    .execute();
  if (rows.length === 0) return [];
  const limits = await clockLimits(db);
  const calendar = await workingCalendar(db, today);
  const { time_zone: timeZone } = await bookSettings(db);
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    accountName: row.name,
    deal: row.deal,
    seller: row.seller,
    clock: handoffClock(
      {
        state: row.state,
        paidAt: row.paid_at,
        welcomedAt: row.welcomed_at,
        acceptedOn: row.accepted_on,
        kickoffOn: row.kickoff_on,
      },
      limits,
      calendar,
      { now: now.toISOString(), timeZone },
    ),
  }));
}
