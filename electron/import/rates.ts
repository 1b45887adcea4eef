import { exchangeRates, setExchangeRate } from '../../db/book/exchange-query.ts';
import { bookSettings } from '../../db/book/query.ts';
import type { ImportPlans } from '../../db/import/query.ts';
import type { Reader, Writer } from '../../db/schema.ts';
import type { IsoDate } from '../../db/types/calendar.ts';

/** What one unit of a currency is worth in the book's own, as the user says beside an import. */
export type SaidRate = { readonly currency: string; readonly basePerUnit: number };

/** Currencies of the contracts to be written that the book has no rate for, and in how many of them. */
export async function missingRates(
  db: Reader,
  prepared: { readonly plans: ImportPlans },
): Promise<{
  readonly base: string;
  readonly currencies: { readonly currency: string; readonly contracts: number }[];
}> {
  const { base_currency: base } = await bookSettings(db);
  const known = new Set([base, ...(await exchangeRates(db)).map(({ currency }) => currency)]);
  const byCurrency = Map.groupBy(contractFacts(prepared), ({ currency }) => String(currency));
  return {
    base,
    currencies: [...byCurrency]
      .filter(([currency]) => !known.has(currency))
      .map(([currency, contracts]) => ({ currency, contracts: contracts.length })),
  };
}

/** Sets the rates from the day the first of these contracts begins, or today where that is still to come. */
export async function writeRates(
  trx: Writer,
  prepared: { readonly plans: ImportPlans },
  rates: readonly SaidRate[],
  today: IsoDate,
): Promise<void> {
  for (const { currency, basePerUnit } of rates) {
    const starts = contractFacts(prepared)
      .filter((facts) => facts.currency === currency)
      .map(({ start_on }) => String(start_on));
    const [first = today] = [...starts, today].toSorted();
    await setExchangeRate(trx, { currency, validOn: first, basePerUnit });
  }
}

function contractFacts({ plans }: { readonly plans: ImportPlans }) {
  return [...plans.contract.additions, ...plans.contract.alterations].map(({ facts }) => facts);
}
