import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { type Answer, missingAnswer } from './answer.ts';
import { type Handoff, listHandoffs } from './query.ts';
import { fieldsOf } from './template.ts';

export type EarlierAnswer = {
  readonly answer: Answer;
  readonly handoffId: number;
  /** The day that handoff was accepted, or else handed in; null for one that was neither. */
  readonly on: IsoDate | null;
};

/**
 * What earlier handoffs of the account said of this one's fields, the newest that said something. A field is the same by
 * its key and type; a choice that is not offered any more is left out.
 */
export async function earlierAnswers(
  db: Reader,
  handoff: Handoff,
): Promise<Readonly<Record<string, EarlierAnswer>>> {
  const all = await listHandoffs(db, handoff.account_id); // the newest first
  const earlier = all.filter(({ id }) => id < handoff.id);
  const found: Record<string, EarlierAnswer> = {};
  for (const field of fieldsOf(handoff.template)) {
    for (const { id, template, answers, accepted_on, submitted_on } of earlier) {
      const given = answers[field.key]?.answer ?? '';
      const then = fieldsOf(template).find(({ key }) => key === field.key);
      const isOffered = field.type !== 'choice' || field.options.some(({ key }) => key === given);
      if (then?.type !== field.type || !isOffered || missingAnswer(then, given) !== null) continue;
      found[field.key] = { answer: given, handoffId: id, on: accepted_on ?? submitted_on };
      break;
    }
  }
  return found;
}
