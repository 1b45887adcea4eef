import { sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { Bilingual } from '../types/language.ts';
import { isCustomerMaturity } from './model-query.ts';

/** The stage each of these accounts reached in its latest finished assessment, in the words of the model it was made with. */
export async function accountMaturities(
  db: Reader,
  accountIds: readonly number[],
): Promise<Map<number, Bilingual>> {
  const { rows } = await sql<{ accountId: number; name: string }>`
    select account_id as accountId,
      (select stage.value -> 'name' from json_each(maturity_model.body, '$.stages') stage
        where stage.value ->> 'key' = assessment.stage) as name
    from assessment join maturity_model on maturity_model.id = model_id
    where ${isCustomerMaturity} and finished_on is not null and assessment.stage is not null
      and account_id in (select value from json_each(${JSON.stringify(accountIds)}))
    order by assessed_on, assessment.id`.execute(db);
  return new Map(rows.map(({ accountId, name }) => [accountId, JSON.parse(name) as Bilingual]));
}
