import { audienceOf } from '../audience.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { QbrContent } from './content.ts';
import { frozenContent, qbrFacts } from './facts-query.ts';
import { customerReview } from './fields.ts';
import type { QbrSection } from './kind.ts';
import { sectionsLeftOut } from './left-out.ts';
import { assertOpen } from './line-query.ts';
import { getQbr, type Qbr } from './query.ts';
import { qbrReadiness, type Readiness, type SectionState } from './readiness.ts';
import { assembleQbr, readinessFacts } from './rule.ts';

/** A review as it is shown: a frozen one from its copy, an open one from the book, with what is still missing. */
export type QbrView = {
  readonly qbr: Qbr;
  readonly content: QbrContent;
  /** Null for a frozen review: nothing of it can be fixed any more. */
  readonly readiness: Readiness | null;
  /** How ready each section is, of a frozen review how ready it was; null where its copy kept nothing of that. */
  readonly states: Readonly<Partial<Record<QbrSection, SectionState>>> | null;
  /** The sections that the customer's version comes without, as nothing is on them. */
  readonly leftOut: readonly QbrSection[];
};

/** @throws Failure record.not-found */
export async function viewQbr(db: Reader, id: number, today: IsoDate): Promise<QbrView> {
  const qbr = await getQbr(db, id);
  const frozen = await frozenContent(db, id);
  if (frozen)
    return {
      qbr,
      content: frozen,
      readiness: null,
      states: await frozenStates(db, id),
      leftOut: leftOutOf(frozen),
    };
  const facts = await qbrFacts(db, qbr, today);
  const content = assembleQbr(facts, today);
  const readiness = qbrReadiness(readinessFacts(facts, content), today);
  return { qbr, content, readiness, states: readiness.sections, leftOut: leftOutOf(content) };
}

async function frozenStates(db: Reader, id: number): Promise<QbrView['states']> {
  const kept = await db
    .selectFrom('qbr_freeze')
    .select('sections')
    .where('qbr_id', '=', id)
    .executeTakeFirst();
  // Written by freezeQbr alone and immutable since.
  return kept?.sections ? (JSON.parse(kept.sections) as QbrView['states']) : null;
}

function leftOutOf(content: QbrContent): QbrSection[] {
  return sectionsLeftOut(content, customerReview(content, audienceOf));
}

/**
 * Keeps a copy of everything the review shows today. From then on it is shown from the copy, whatever happens in the book.
 * @throws Failure qbr.frozen, record.not-found
 */
export async function freezeQbr(trx: Writer, id: number, today: IsoDate, at: Date): Promise<void> {
  await assertOpen(trx, id);
  const { content, states } = await viewQbr(trx, id, today);
  await trx
    .insertInto('qbr_freeze')
    .values({
      qbr_id: id,
      frozen_at: at.toISOString(),
      content: JSON.stringify(content),
      sections: JSON.stringify(states),
    })
    .execute();
}
