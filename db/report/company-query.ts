import type { Selectable } from 'kysely';
import type { Reader, Writer } from '../schema.ts';
import { type CompanyFigure, type CompanyMonth, companyAmounts, companyFigures } from './company-month.ts';
import type { Month } from './month.ts';
import type { CompanyMonthTable } from './table.ts';

export type CompanyRow = CompanyMonth & { readonly currency: string };
export type AllocatedCost = {
  readonly month: Month;
  readonly slice: string;
  readonly currency: string;
  readonly minor: number;
};

type CompanyColumn = Exclude<keyof CompanyMonthTable, 'id' | 'month' | 'currency'>;
const columnOf: Readonly<Record<CompanyFigure, CompanyColumn>> = {
  salesAndMarketing: 'sales_and_marketing',
  renewalCost: 'renewal_cost',
  researchAndDevelopment: 'research_and_development',
  generalAndAdministrative: 'general_and_administrative',
  costOfRevenue: 'cost_of_revenue',
  customerSuccess: 'customer_success',
  billings: 'billings',
  revenue: 'revenue',
  ebitda: 'ebitda',
  cashChange: 'cash_change',
  quotaPerHead: 'quota_per_head',
  salesForecast: 'sales_forecast',
  visitors: 'visitors',
  trials: 'trials',
  paidFromTrial: 'paid_from_trial',
  salesHeads: 'sales_heads',
};

/** The months of the company sheet as they were typed, in order. */
export async function companyMonths(db: Reader): Promise<CompanyRow[]> {
  const rows = await db.selectFrom('company_month').selectAll().orderBy('month').execute();
  return rows.map(rowOf);
}

function rowOf(row: Selectable<CompanyMonthTable>): CompanyRow {
  const figures = companyFigures.map((figure) => [figure, row[columnOf[figure]]]);
  return { month: row.month, currency: row.currency, ...Object.fromEntries(figures) };
}

/** Writes figures of months; what is not given stays, null takes it away, and a month with nothing left goes. */
export async function setCompanyMonths(
  trx: Writer,
  months: readonly ({ readonly month: Month; readonly currency: string } & Readonly<
    Partial<Record<CompanyFigure, number | null>>
  >)[],
): Promise<void> {
  for (const { month, currency, ...given } of months) {
    const values = Object.fromEntries(
      companyFigures.flatMap((figure) =>
        given[figure] === undefined ? [] : [[columnOf[figure], given[figure]]],
      ),
    );
    await trx
      .insertInto('company_month')
      .values({ month, currency, ...values })
      .onConflict((conflict) => conflict.column('month').doUpdateSet({ currency, ...values }))
      .execute();
  }
  await removeEmpty(trx);
}

async function removeEmpty(trx: Writer): Promise<void> {
  let query = trx.deleteFrom('company_month');
  for (const figure of companyFigures) query = query.where(columnOf[figure], 'is', null);
  await query.execute();
}

export async function allocatedCosts(db: Reader): Promise<AllocatedCost[]> {
  return db
    .selectFrom('company_cost')
    .select(['month', 'slice', 'currency', 'amount_minor as minor'])
    .orderBy('month')
    .orderBy('slice')
    .execute();
}

/** Allocates a month's sales and marketing cost to a slice; null takes the allocation away. */
export async function allocateCost(
  trx: Writer,
  { month, slice, currency, minor }: Omit<AllocatedCost, 'minor'> & { readonly minor: number | null },
): Promise<void> {
  if (minor === null) {
    await trx.deleteFrom('company_cost').where('month', '=', month).where('slice', '=', slice).execute();
    return;
  }
  await trx
    .insertInto('company_cost')
    .values({ month, slice, currency, amount_minor: minor })
    .onConflict((conflict) =>
      conflict.columns(['month', 'slice']).doUpdateSet({ currency, amount_minor: minor }),
    )
    .execute();
}

/** The sheet in another currency, each month by its own rate; an amount without a rate is not known. */
export function inCurrency(
  rows: readonly CompanyRow[],
  convert: (month: Month) => (minor: number, currency: string) => number | null,
): Map<Month, CompanyMonth> {
  return new Map(
    rows.map((row) => {
      const to = convert(row.month);
      const amounts = companyAmounts.map((figure) => {
        const minor = row[figure];
        return [figure, minor === null ? null : to(minor, row.currency)];
      });
      return [row.month, { ...row, ...Object.fromEntries(amounts) }];
    }),
  );
}
