import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ClaimInput, ClaimTerms, ContractPrice } from '../domain/value-proof.ts';
import { Failure } from '../failure.ts';
import type { Reader, ValueClaimTable, Writer } from '../schema.ts';
import { valuePointNamed } from './value-point.ts';

/** A claim with the name of its value point and its formula parsed. */
export type ValueClaim = Omit<Selectable<ValueClaimTable>, 'inputs'> & {
  readonly value_point: string | null;
  readonly inputs: readonly ClaimInput[];
};

/** Facts of a claim as a form gives them. */
export type ValueClaimFacts<Facts = Insertable<ValueClaimTable>> = Omit<
  Facts,
  'id' | 'account_id' | 'value_point_id' | 'inputs'
> & { value_point?: string | null; inputs?: readonly ClaimInput[] };

/** An account's claims, the latest first. */
export async function listValueClaims(db: Reader, accountId: number): Promise<ValueClaim[]> {
  const claims = await db
    .selectFrom('value_claim')
    .leftJoin('value_point', 'value_point.id', 'value_claim.value_point_id')
    .selectAll('value_claim')
    .select('value_point.name as value_point')
    .where('value_claim.account_id', '=', accountId)
    .orderBy('value_claim.to_on', 'desc')
    .orderBy('value_claim.id')
    .execute();
  // The check at the API's edge let nothing else in, and the column must be JSON.
  return claims.map((claim) => ({ ...claim, inputs: JSON.parse(claim.inputs) as ClaimInput[] }));
}

/** The claim as the rules take it. */
export function claimTerms(claim: ValueClaim): ClaimTerms {
  return {
    period: { from: claim.from_on, to: claim.to_on },
    inputs: claim.inputs,
    currency: claim.currency,
    conversionAgreedOn: claim.conversion_agreed_on,
    signedOn: claim.signed_on,
    source: claim.source,
  };
}

/** What the account's contracts cost, trials left out: by the term where it is billed so, else by the year. */
export async function contractPrices(db: Reader, accountId: number): Promise<ContractPrice[]> {
  const contracts = await db
    .selectFrom('contract')
    .select(['amount_minor', 'annual_minor', 'currency', 'billing_period', 'start_on', 'end_on'])
    .where('account_id', '=', accountId)
    .where('is_trial', '=', 0)
    .orderBy('start_on')
    .execute();
  return contracts.map((contract) => {
    const per = contract.billing_period === 'term' ? 'term' : 'year';
    const minor = per === 'term' ? contract.amount_minor : contract.annual_minor;
    return {
      from: contract.start_on,
      to: contract.end_on,
      money: minor === null ? null : { minor, currency: contract.currency },
      per,
    };
  });
}

export async function createValueClaim(
  trx: Writer,
  accountId: number,
  facts: ValueClaimFacts,
): Promise<number> {
  const { value_point = null, inputs = [], ...rest } = facts;
  const { id } = await trx
    .insertInto('value_claim')
    .values({
      ...rest,
      inputs: JSON.stringify(inputs),
      account_id: accountId,
      value_point_id: await valuePointNamed(trx, value_point),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found */
export async function editValueClaim(
  trx: Writer,
  id: number,
  facts: ValueClaimFacts<Updateable<ValueClaimTable>>,
): Promise<void> {
  const { value_point, inputs, ...rest } = facts;
  const { numUpdatedRows } = await trx
    .updateTable('value_claim')
    .set({
      ...rest,
      ...(inputs !== undefined && { inputs: JSON.stringify(inputs) }),
      ...(value_point !== undefined && { value_point_id: await valuePointNamed(trx, value_point) }),
    })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'value_claim', id });
}

/** @throws Failure record.not-found */
export async function deleteValueClaim(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('value_claim')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'value_claim', id });
}
