import { bookSettings } from '../book/query.ts';
import type { Reader } from '../schema.ts';
import { addDays, dateIn, daysBetween, type IsoDate } from '../types/calendar.ts';
import type { Language } from '../types/language.ts';
import type { LearnedHandoff } from './learning.ts';
import { type Handoff, listHandoffs } from './query.ts';
import { fieldsOf } from './template.ts';

/** A contract that begins within so many days of another's end continues it, whoever forgot to link them. */
const gapDays = 30;

type ContractDays = {
  readonly id: number;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate | null;
  readonly firstPaidOn: IsoDate | null;
  readonly renews: number | null;
};

/** Every accepted handoff with what became of its account; the fields' labels in a language. */
export async function learnedHandoffs(
  db: Reader,
  today: IsoDate,
  language: Language,
): Promise<LearnedHandoff[]> {
  const handoffs = await listHandoffs(db);
  const { time_zone: timeZone } = await bookSettings(db);
  const contracts = await db
    .selectFrom('contract')
    .select(['id', 'account_id', 'start_on as startOn', 'end_on as endOn'])
    .select(['first_paid_on as firstPaidOn', 'renews_contract_id as renews'])
    .where('is_trial', '=', 0)
    .orderBy('start_on')
    .execute();
  const firstValues = await db
    .selectFrom('milestone')
    .select(['account_id', 'reached_on as reachedOn'])
    .where('is_first_value', '=', 1)
    .where('reached_on', 'is not', null)
    .orderBy('reached_on')
    .execute();
  const contractsOf = Map.groupBy(contracts, (row) => row.account_id);
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
    const valueOn = valuesOf.get(accountId)?.find(({ reachedOn }) => (reachedOn ?? '') >= paidOn)?.reachedOn;
    const labels = new Map(fieldsOf(handoff.template).map(({ key, label }) => [key, label[language]]));
    const returned = new Set(handoff.returns.flatMap(({ fields }) => fields));
    return [
      {
        seller: handoff.seller,
        acceptedOn,
        firstScore: handoff.returns[0]?.score ?? acceptedScore,
        returns: handoff.returns.length,
        returnedFields: [...returned].map((key) => labels.get(key) ?? key),
        daysToValue: valueOn ? daysBetween(paidOn, valueOn) : null,
        renewed: bought ? wasRenewed(bought, own, today) : null,
      },
    ];
  });
}

/** The contract the handoff was about: the one with its first day, else the one that ran or began next. */
function contractOf(
  { answers }: Handoff,
  acceptedOn: IsoDate,
  contracts: readonly ContractDays[],
): ContractDays | undefined {
  return (
    contracts.find(({ startOn }) => startOn === answers.start?.answer) ??
    contracts.find(({ endOn }) => endOn === null || endOn >= acceptedOn)
  );
}

function wasRenewed(contract: ContractDays, own: readonly ContractDays[], today: IsoDate): boolean | null {
  const { id, endOn } = contract;
  if (own.some(({ renews }) => renews === id)) return true;
  if (endOn === null) return null;
  const until = addDays(endOn, gapDays);
  if (own.some((each) => each.id !== id && each.startOn > endOn && each.startOn <= until)) return true;
  return until < today ? false : null;
}
