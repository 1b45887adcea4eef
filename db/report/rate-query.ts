import type { Reader, Writer } from '../schema.ts';
import type { ExchangeRate } from '../types/exchange.ts';

/** The rate table, by currency and day. */
export async function listRates(db: Reader): Promise<ExchangeRate[]> {
  return db
    .selectFrom('exchange_rate')
    .select(['currency', 'valid_on as validOn', 'base_per_unit as basePerUnit'])
    .orderBy('currency')
    .orderBy('valid_on')
    .execute();
}

/** Writes rates; a second one for a currency and day takes the first one's place. */
export async function setRates(trx: Writer, rates: readonly ExchangeRate[]): Promise<void> {
  for (const { currency, validOn, basePerUnit } of rates)
    await trx
      .insertInto('exchange_rate')
      .values({ currency, valid_on: validOn, base_per_unit: basePerUnit })
      .onConflict((conflict) =>
        conflict.columns(['currency', 'valid_on']).doUpdateSet({ base_per_unit: basePerUnit }),
      )
      .execute();
}

export async function removeRate(trx: Writer, currency: string, validOn: string): Promise<void> {
  await trx
    .deleteFrom('exchange_rate')
    .where('currency', '=', currency)
    .where('valid_on', '=', validOn)
    .execute();
}
