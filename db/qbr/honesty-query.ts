import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Gap, GapKey } from './gap.ts';
import type { Readiness } from './readiness.ts';
import { viewQbr } from './view-query.ts';

/** What stands between a review and leaving the house honestly. */
export type Honesty = {
  /** Rules that are open and were not answered for yet. */
  readonly open: readonly Gap[];
  /** Why it goes out all the same; null while nobody was asked. */
  readonly answer: string | null;
};

/**
 * Which rules of honesty a review still has to answer for before it is frozen or leaves the house. An answer covers the rules
 * it was given for: one that opens later is asked about again. A frozen review was asked about when it was frozen.
 * @throws Failure record.not-found
 */
export async function honestyOf(db: Reader, id: number, readiness: Readiness | null): Promise<Honesty> {
  const kept = await db
    .selectFrom('qbr')
    .select(['honesty_answer', 'honesty_gaps'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!kept) throw new Failure('record.not-found', { noun: 'qbr', id });
  const answered: GapKey[] = JSON.parse(kept.honesty_gaps); // written by answerHonesty alone
  const open = (readiness?.honesty ?? []).filter(({ key }) => !answered.includes(key));
  return { open, answer: kept.honesty_answer };
}

/** Keeps why the review goes out with the rules that are open now. @throws Failure record.not-found */
export async function answerHonesty(trx: Writer, id: number, answer: string, today: IsoDate): Promise<void> {
  const { readiness } = await viewQbr(trx, id, today);
  const gaps = [...new Set((readiness?.honesty ?? []).map(({ key }) => key))];
  await trx
    .updateTable('qbr')
    .set({ honesty_answer: answer, honesty_gaps: JSON.stringify(gaps) })
    .where('id', '=', id)
    .execute();
}

/** @throws Failure qbr.honesty-open, with how many rules nobody answered for; record.not-found */
export async function refuseUnanswered(db: Reader, id: number, today: IsoDate): Promise<void> {
  const { readiness } = await viewQbr(db, id, today);
  const { open } = await honestyOf(db, id, readiness);
  if (open.length > 0) throw new Failure('qbr.honesty-open', { count: open.length });
}
