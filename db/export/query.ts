import type { Selectable } from 'kysely';
import { type ImportNoun, importNouns, isSpecial, type SpecialNoun } from '../import/noun.ts';
import { columnOf } from '../kernel/define.ts';
import { type Cells, labelColumn, referencesOf } from '../kernel/field.ts';
import { type NounTable, nounOfTable } from '../nouns.ts';
import type { Book } from '../open.ts';
import type { Schema } from '../schema.ts';

type OfAccount = { readonly account_key: string | null; readonly account_name: string };
type OfAnyAccount = { readonly [Column in keyof OfAccount]: string | null };

/** What a sheet says beside the columns of its table. */
type Beside = {
  account: unknown;
  contact: OfAccount;
  contact_relation: OfAccount & {
    readonly [Column in 'contact_name' | 'contact_email' | 'other_name' | 'other_email']: string | null;
  };
  contract: OfAccount & {
    readonly [Column in 'renews_key' | 'renews_product' | 'renews_start_on']: string | null;
  };
  contract_price: OfAccount & {
    readonly contract_key: string | null;
    readonly product: string | null;
    readonly start_on: string;
    readonly currency: string;
  };
  note: OfAccount & { readonly contact_name: string | null };
  task: OfAnyAccount;
  goal: OfAccount & { readonly value_point_name: string | null };
  goal_reading: OfAccount & { readonly metric: string; readonly due_on: string | null };
  value_point: unknown;
  segmentation_scheme: unknown;
  segment: { readonly scheme_name: string; readonly template_name: string | null };
  custom_field: unknown;
  custom_choice: { readonly field_name: string };
};

/** A row as its sheet shows it. */
export type ExportedRow<Noun extends SpecialNoun> = Selectable<Schema[Noun]> & Beside[Noun];

const account = 'account.key as account_key, account.name as account_name';
const isLive = 'account.archived_at is null';

const special: Readonly<Record<SpecialNoun, string>> = {
  account: `select * from account where ${isLive} order by id`,
  contact: `select contact.*, ${account} from contact join account on account.id = account_id
    where ${isLive} order by contact.id`,
  contact_relation: `select contact_relation.*, ${account}, one.name as contact_name, one.email as contact_email,
      other.name as other_name, other.email as other_email
    from contact_relation join account on account.id = contact_relation.account_id
    join contact as one on one.id = contact_id join contact as other on other.id = other_id
    where ${isLive} order by contact_relation.id`,
  contract: `select contract.*, ${account}, renewed.key as renews_key, renewed.product as renews_product,
      renewed.start_on as renews_start_on
    from contract join account on account.id = contract.account_id
    left join contract as renewed on renewed.id = contract.renews_contract_id
    where ${isLive} order by contract.id`,
  contract_price: `select contract_price.*, ${account}, contract.key as contract_key, product, start_on, currency
    from contract_price join account on account.id = contract_price.account_id
    join contract on contract.id = contract_id
    where ${isLive} order by contract_price.id`,
  note: `select note.*, ${account}, contact.name as contact_name
    from note join account on account.id = note.account_id left join contact on contact.id = note.contact_id
    where ${isLive} order by note.id`,
  task: `select task.*, ${account} from task left join account on account.id = account_id
    where ${isLive} order by task.id`,
  goal: `select goal.*, ${account}, value_point.name as value_point_name
    from goal join account on account.id = account_id left join value_point on value_point.id = value_point_id
    where ${isLive} order by goal.id`,
  goal_reading: `select goal_reading.*, ${account}, metric, due_on
    from goal_reading join goal on goal.id = goal_id join account on account.id = account_id
    where ${isLive} order by goal_reading.id`,
  value_point: 'select * from value_point order by id',
  segmentation_scheme: 'select * from segmentation_scheme order by position, id',
  segment: `select segment.*, segmentation_scheme.name as scheme_name, milestone_template.name as template_name
    from segment join segmentation_scheme on segmentation_scheme.id = scheme_id
    left join milestone_template on milestone_template.id = milestone_template_id
    order by segmentation_scheme.position, scheme_id, segment.position, segment.id`,
  custom_field: 'select * from custom_field where is_retired = 0 order by position, id',
  custom_choice: `select custom_choice.*, custom_field.name as field_name
    from custom_choice join custom_field on custom_field.id = field_id
    where custom_field.is_retired = 0 order by custom_field.position, field_id, custom_choice.position, custom_choice.id`,
};

const statementOf = (noun: ImportNoun): string => (isSpecial(noun) ? special[noun] : declaredStatement(noun));

/** A declared noun's rows with their account and what they refer to by name (kernel/field.ts, labelColumn). */
function declaredStatement(table: NounTable): string {
  const noun = nounOfTable(table);
  if (!noun) throw new RangeError(`no noun ${table}`);
  const references = referencesOf(noun);
  const labels = references.map(([key, { by }], at) => `, of_${at}.${by} as ${labelColumn(key)}`);
  const joins = references.map(
    ([key, { to }], at) => ` left join ${to} as of_${at} on of_${at}.id = ${table}.${columnOf(key)}`,
  );
  const isOfAccount = noun.account !== 'none';
  return `select ${table}.*${isOfAccount ? `, ${account}` : ''}${labels.join('')} from ${table}
    ${isOfAccount ? `left join account on account.id = ${table}.account_id` : ''}${joins.join('')}
    ${isOfAccount ? `where ${isLive}` : ''} order by ${table}.id`;
}

/**
 * Every row of a noun, one at a time, as its sheet shows it; archived accounts and what belongs to them stay out. While a
 * reading is under way the book can do nothing else, so long ones read a snapshot.
 */
export function exportedRows<Noun extends SpecialNoun>(
  book: Book,
  noun: Noun,
): IterableIterator<ExportedRow<Noun>> {
  return book.sqlite.prepare<[], ExportedRow<Noun>>(statementOf(noun)).iterate();
}

/** The same of any noun, by column. */
export function exportedCells(book: Book, noun: ImportNoun): IterableIterator<Cells> {
  return book.sqlite.prepare<[], Cells>(statementOf(noun)).iterate();
}

/** How many rows an export has to write: of one noun, or of the whole book. */
export function exportedCount(book: Book, nouns: readonly ImportNoun[] = importNouns): number {
  return nouns.reduce((sum, noun) => {
    const row = book.sqlite
      .prepare<[], { rows: number }>(`select count(*) as rows from (${statementOf(noun)})`)
      .get();
    return sum + (row?.rows ?? 0);
  }, 0);
}
