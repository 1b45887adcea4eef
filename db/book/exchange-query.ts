import type { Reader, Writer } from '../schema.ts';
import type { ExchangeRate } from '../types/exchange.ts';

/** Every rate of the book, by currency and day. */
export async function exchangeRates(db: Reader): Promise<ExchangeRate[]> {
  return db
    .selectFrom('exchange_rate')
    .select(['currency', 'valid_on as validOn', 'base_per_unit as basePerUnit'])
    .orderBy('currency')
    .orderBy('valid_on')
    .execute();
}

/** Sets what one unit of a currency is worth from a day on; a second rate of that day takes the first one's place. */
export async function setExchangeRate(
  trx: Writer,
  { currency, validOn, basePerUnit }: ExchangeRate,
): Promise<void> {
  await trx
    .insertInto('exchange_rate')
    .values({ currency, valid_on: validOn, base_per_unit: basePerUnit })
    .onConflict((conflict) =>
      conflict.columns(['currency', 'valid_on']).doUpdateSet({ base_per_unit: basePerUnit }),
    )
    .execute();
}

/** Takes away the rate of a currency that began on the day. */
export async function removeExchangeRate(trx: Writer, currency: string, validOn: string): Promise<void> {
  await trx
    .deleteFrom('exchange_rate')
    .where('currency', '=', currency)
    .where('valid_on', '=', validOn)
    .execute();
}
