import { Failure } from '../failure.ts';
import { naming } from '../name-taken.ts';
import type { Writer } from '../schema.ts';
import { type AnswerChange, answerIndicators, underWay } from './answer-query.ts';

export type RespondentFacts = { readonly name: string; readonly title: string | null };

/** @throws Failure record.not-found; assessment.finished; record.name-taken */
export async function addRespondent(trx: Writer, id: number, facts: RespondentFacts): Promise<number> {
  await underWay(trx, id);
  const { id: added } = await naming(facts.name, () =>
    trx
      .insertInto('assessment_respondent')
      .values({ assessment_id: id, ...facts })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return added;
}

/** @throws Failure record.not-found; assessment.finished; record.name-taken */
export async function editRespondent(
  trx: Writer,
  id: number,
  respondent: number,
  facts: RespondentFacts,
): Promise<void> {
  await underWay(trx, id);
  const { numUpdatedRows } = await naming(facts.name, () =>
    trx
      .updateTable('assessment_respondent')
      .set(facts)
      .where('id', '=', respondent)
      .where('assessment_id', '=', id)
      .executeTakeFirstOrThrow(),
  );
  if (numUpdatedRows !== 1n)
    throw new Failure('record.not-found', { noun: 'assessment_respondent', id: respondent });
}

/** A respondent goes with every answer given; the consensus stays. @throws Failure record.not-found; assessment.finished */
export async function removeRespondent(trx: Writer, id: number, respondent: number): Promise<void> {
  await underWay(trx, id);
  const { numDeletedRows } = await trx
    .deleteFrom('assessment_respondent')
    .where('id', '=', respondent)
    .where('assessment_id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n)
    throw new Failure('record.not-found', { noun: 'assessment_respondent', id: respondent });
}

/**
 * Takes as consensus what all respondents agree on, where nothing is chosen yet. Not applicable keeps the first reason.
 * @returns how many indicators it settled
 * @throws Failure record.not-found; assessment.finished
 */
export async function agree(trx: Writer, id: number): Promise<number> {
  const { answers, respondents, spreads } = await underWay(trx, id);
  const settled = new Set(
    answers
      .filter(({ level, applicable }) => level !== null || !applicable)
      .map(({ indicator }) => indicator),
  );
  const agreed = spreads.filter(
    (spread) => spread.isUnanimous && spread.settled === respondents.length && !settled.has(spread.indicator),
  );
  const settling = agreed.flatMap(({ indicator, proposal }): [string, AnswerChange][] => {
    if (proposal?.applicable) return [[indicator, { level: proposal.level }]];
    const reason = respondents
      .flatMap((each) => each.answers)
      .find((answer) => answer.indicator === indicator && answer.reason)?.reason;
    return reason ? [[indicator, { notApplicableBecause: reason }]] : [];
  });
  await answerIndicators(trx, id, settling);
  return agreed.length;
}
