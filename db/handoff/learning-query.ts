import { bookSettings } from '../book/query.ts';
import { type RenewableTerm, renewableTerms } from '../contract/renewal-query.ts';
import type { Reader } from '../schema.ts';
import { dateIn, daysBetween, type IsoDate } from '../types/calendar.ts';
import type { Language } from '../types/language.ts';
import type { LearnedHandoff } from './learning.ts';
import { type Handoff, listHandoffs } from './query.ts';
import { fieldsOf } from './template.ts';

/** Every accepted handoff with what became of its account; the fields' labels in a language. */
export async function learnedHandoffs(
  db: Reader,
  today: IsoDate,
  language: Language,
): Promise<LearnedHandoff[]> {
  const handoffs = await listHandoffs(db);
  const { time_zone: timeZone } = await bookSettings(db);
  const contractsOf = await renewableTerms(db, today);
  const firstValues = await db
    .selectFrom('milestone')
    .select(['account_id', 'reached_on as reachedOn'])
    .where('is_first_value', '=', 1)
    .where('reached_on', 'is not', null)
    .orderBy('reached_on')
    .execute();
  const valuesOf = Map.groupBy(firstValues, (row) => row.account_id);
  return handoffs.flatMap((handoff): LearnedHandoff[] => {
    const { accepted_on: acceptedOn, accepted_score: acceptedScore, account_id: accountId } = handoff;
    if (acceptedOn === null || acceptedScore === null) return [];
    const own = contractsOf.get(accountId) ?? [];
    const bought = contractOf(handoff, acceptedOn, own);
    const paidOn =
      handoff.paid_at === null
        ? (bought?.firstPaidOn ?? acceptedOn)
        : dateIn(timeZone, new Date(handoff.paid_at));
    // A first value of this deal may come before it is paid: it counts as 0 days.
    const since = [acceptedOn, paidOn].toSorted()[0] ?? paidOn;
    const valueOn = valuesOf.get(accountId)?.find(({ reachedOn }) => (reachedOn ?? '') >= since)?.reachedOn;
    const labels = new Map(fieldsOf(handoff.template).map(({ key, label }) => [key, label[language]]));
    const returned = new Set(handoff.returns.flatMap(({ fields }) => fields));
    return [
      {
        seller: handoff.seller,
        acceptedOn,
        firstScore: handoff.returns[0]?.score ?? acceptedScore,
        returns: handoff.returns.length,
        returnedFields: [...returned].map((key) => labels.get(key) ?? key),
        daysToValue: valueOn ? Math.max(0, daysBetween(paidOn, valueOn)) : null,
        renewed: bought === undefined || bought.outcome === 'open' ? null : bought.outcome === 'renewed',
      },
    ];
  });
}

/** The contract the handoff was about: the one with its first day, else the one that ran or began next. */
function contractOf(
  { answers }: Handoff,
  acceptedOn: IsoDate,
  contracts: readonly RenewableTerm[],
): RenewableTerm | undefined {
  return (
    contracts.find(({ startOn }) => startOn === answers.start?.answer) ??
    contracts.find(({ endOn }) => endOn === null || endOn >= acceptedOn)
  );
}
