import { bookSettings } from '../book/query.ts';
import type { Reader, Writer } from '../schema.ts';
import { costPlaces, defaultPolicies, type ReportPolicies, retentionPolicies } from './policy.ts';

export type ReportSetting = {
  readonly policies: ReportPolicies;
  readonly openingCash: number;
  readonly openingDeferred: number;
  /** Of the opening balances. */
  readonly currency: string;
};

/** The book's policies for the report; the defaults where it has none of its own. */
export async function reportSetting(db: Reader): Promise<ReportSetting> {
  const row = await db.selectFrom('report_setting').selectAll().executeTakeFirst();
  const { base_currency } = await bookSettings(db);
  return {
    policies: row ? policiesFrom(JSON.parse(row.policies)) : defaultPolicies,
    openingCash: row?.opening_cash_minor ?? 0,
    openingDeferred: row?.opening_deferred_minor ?? 0,
    currency: row?.currency ?? base_currency,
  };
}

export async function setReport(trx: Writer, change: Partial<ReportSetting>): Promise<void> {
  const { policies, openingCash, openingDeferred, currency } = { ...(await reportSetting(trx)), ...change };
  const facts = {
    policies: JSON.stringify(policies),
    opening_cash_minor: openingCash,
    opening_deferred_minor: openingDeferred,
    currency,
  };
  await trx
    .insertInto('report_setting')
    .values({ id: 1, ...facts })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute();
}

/** Policies as a file keeps them; what is missing or not a policy is the default. */
function policiesFrom(kept: unknown): ReportPolicies {
  const said: Readonly<Record<string, unknown>> =
    typeof kept === 'object' && kept !== null ? Object.fromEntries(Object.entries(kept)) : {};
  const among = <T>(key: keyof ReportPolicies, choices: readonly T[], otherwise: T): T =>
    choices.find((choice) => choice === said[key]) ?? otherwise;
  const days = (key: 'gapDays' | 'pauseDays') =>
    typeof said[key] === 'number' ? said[key] : defaultPolicies[key];
  return {
    reactivationDays: typeof said.reactivationDays === 'number' ? said.reactivationDays : null,
    gapDays: days('gapDays'),
    pauseDays: days('pauseDays'),
    sameMonth: among('sameMonth', ['both', 'neither'], defaultPolicies.sameMonth),
    automaticRenewal: among('automaticRenewal', ['renews', 'ends'], defaultPolicies.automaticRenewal),
    membership: among('membership', ['as-of-report', 'as-it-was'], defaultPolicies.membership),
    currencyView: among('currencyView', ['as-it-was', 'constant'], defaultPolicies.currencyView),
    retention: among('retention', retentionPolicies, defaultPolicies.retention),
    customerSuccessCost: among('customerSuccessCost', costPlaces, defaultPolicies.customerSuccessCost),
    renewalCost: among('renewalCost', costPlaces, defaultPolicies.renewalCost),
  };
}
