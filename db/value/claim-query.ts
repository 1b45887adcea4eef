import { priceSteps } from '../contract/price.ts';
import { listContracts } from '../contract/query.ts';
import { Failure } from '../failure.ts';
import type { ClaimFacts } from '../qbr/facts.ts';
import type { Reader, Writer } from '../schema.ts';
import { valuePointNamed } from './point-query.ts';
import type { ClaimInput, ContractPrice } from './proof.ts';

/** A claim, and the goal whose readings it counts on, if it says so. */
export type ValueClaim = ClaimFacts & { readonly goalId: number | null };

/** What the user says of a claim; the value point by its name. */
export type ValueClaimEntry = Omit<ValueClaim, 'id' | 'valuePoint' | 'evidence'> & {
  readonly valuePoint: string | null;
};

/** An account's claims, the latest first. */
export async function listValueClaims(db: Reader, accountId: number): Promise<ValueClaim[]> {
  const rows = await db
    .selectFrom('value_claim')
    .leftJoin('value_point', 'value_point.id', 'value_claim.value_point_id')
    .select(['value_claim.id', 'outcome', 'promised', 'inputs', 'currency', 'source', 'quote', 'note'])
    .select(['goal_id as goalId', 'from_on', 'to_on', 'conversion_agreed_on as conversionAgreedOn'])
    .select(['signed_on as signedOn', 'signed_by as signedBy'])
    .select(['value_point.id as pointId', 'value_point.name as pointName'])
    .where('value_claim.account_id', '=', accountId)
    .orderBy('to_on', 'desc')
    .orderBy('value_claim.id')
    .execute();
  const evidence = await claimEvidence(db, accountId);
  return rows.map(({ pointId, pointName, from_on, to_on, inputs, ...claim }) => ({
    ...claim,
    valuePoint: pointId === null || pointName === null ? null : { id: pointId, name: pointName },
    period: { from: from_on, to: to_on },
    inputs: JSON.parse(inputs) as ClaimInput[], // written by rowOf alone; the column must be JSON
    evidence: evidence.get(claim.id) ?? [],
  }));
}

/** The names of the files kept as evidence, by claim: one account's, or all of them. */
export async function claimEvidence(db: Reader, accountId?: number): Promise<Map<number, string[]>> {
  let files = db
    .selectFrom('attachment')
    .select(['row_id as claimId', 'name'])
    .where('table_name', '=', 'value_claim')
    .orderBy('id');
  if (accountId !== undefined) files = files.where('account_id', '=', accountId);
  const byClaim = Map.groupBy(await files.execute(), ({ claimId }) => claimId);
  return new Map([...byClaim].map(([claimId, own]) => [claimId, own.map(({ name }) => name)]));
}

/** What the account's contracts cost, price by price, trials left out: by the term where it is billed so, else by the year. */
export async function contractPrices(db: Reader, accountId: number): Promise<ContractPrice[]> {
  const contracts = await listContracts(db, accountId);
  return contracts
    .filter(({ isTrial }) => !isTrial)
    .flatMap((contract) => {
      const { currency } = contract;
      const steps = priceSteps(contract, contract.priceChanges);
      // One price for the whole term is paid once; of several, each is paid for its share of a year.
      const per = contract.billingPeriod === 'term' && steps.length === 1 ? 'term' : 'year';
      return steps.map(({ from, to, amountMinor, annualMinor }) => {
        const minor = per === 'term' ? amountMinor : annualMinor;
        return { from, to, money: minor === null ? null : { minor, currency }, per } as const;
      });
    });
}

/** @throws Failure record.ends-before-start */
export async function createValueClaim(
  trx: Writer,
  accountId: number,
  entry: ValueClaimEntry,
): Promise<number> {
  const { id } = await trx
    .insertInto('value_claim')
    .values({ ...(await rowOf(trx, entry)), account_id: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found, record.ends-before-start */
export async function editValueClaim(trx: Writer, id: number, entry: ValueClaimEntry): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('value_claim')
    .set(await rowOf(trx, entry))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'value_claim', id });
}

async function rowOf(trx: Writer, entry: ValueClaimEntry) {
  const { outcome, promised, currency, source, quote, note, period } = entry;
  if (period.to < period.from) throw new Failure('record.ends-before-start');
  return {
    outcome,
    promised,
    currency,
    source,
    quote,
    note,
    value_point_id: await valuePointNamed(trx, entry.valuePoint),
    goal_id: entry.goalId,
    from_on: period.from,
    to_on: period.to,
    inputs: JSON.stringify(entry.inputs),
    conversion_agreed_on: entry.conversionAgreedOn,
    signed_on: entry.signedOn,
    signed_by: entry.signedBy,
  };
}

/** @throws Failure record.not-found */
export async function deleteValueClaim(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('value_claim')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'value_claim', id });
}
