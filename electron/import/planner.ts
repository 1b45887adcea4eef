import { sql } from 'kysely';
import { type Relation, reportsInCircle } from '../../db/contact/relationship.ts';
import { isOwnColumn } from '../../db/custom-field/own-column.ts';
import { AccountIndex } from '../../db/import/account-index.ts';
import {
  customChoiceRules,
  customFieldRules,
  schemeRules,
  segmentRules,
  valuePointRules,
} from '../../db/import/definition-rules.ts';
import { type ImportNoun, importNouns, perNoun, referredTo } from '../../db/import/noun.ts';
import type { BookRow, Facts, FileRow, ImportPlan, ImportRules } from '../../db/import/plan.ts';
import { nameIdentity, planImport } from '../../db/import/plan.ts';
import { knownRows } from '../../db/import/query.ts';
import {
  goalRules,
  priceRules,
  readingRules,
  relationRules,
  taskRules,
} from '../../db/import/record-rules.ts';
import {
  accountRules,
  contactRules,
  contractReference,
  contractRules,
  noteRules,
} from '../../db/import/rules.ts';
import { referencesOf } from '../../db/kernel/field.ts';
import { nounRules } from '../../db/kernel/import.ts';
import { nounOfTable, perDeclared } from '../../db/nouns.ts';
import type { Reader } from '../../db/schema.ts';
import type { IsoDate } from '../../db/types/calendar.ts';
import { factsOf } from './facts.ts';
import type { CheckedTable } from './import-check.ts';
import { isRefused, type RowRefusal } from './references.ts';
import type { TableChoice } from './table-choice.ts';

/** A chosen sheet whose cells were read. */
export interface CheckedChoice {
  readonly choice: TableChoice;
  readonly checked: CheckedTable;
}

/** A row that cannot be imported: its place, why, the column concerned or the value. */
export interface RefusedRow {
  readonly table: number;
  readonly row: number;
  readonly reason: RowRefusal['reason'] | ImportPlan['refused'][number]['reason'];
  readonly column: string | null;
  readonly value: string | null;
}

/** Rows of all tables of a noun are planned together, so a row's number carries its table. */
const tableStride = 1_000_000;
export const placeOf = (row: number) => ({ table: Math.floor(row / tableStride), row: row % tableStride });

const nothing: ImportPlan = { additions: [], alterations: [], unchanged: [], refused: [] };

/** Plans noun after noun; what the earlier ones will add is there for the later ones to refer to. */
export class ImportPlanner {
  readonly refused: RefusedRow[] = [];
  readonly #db: Reader;
  readonly #baseCurrency: string;
  readonly #rules: Readonly<Record<ImportNoun, ImportRules>>;
  readonly #known = new Map<ImportNoun, KnownRows>();
  #accounts = new AccountIndex([]);
  #goals = new Map<string, BookRow[]>();
  #templates = new Map<string, number>();
  readonly #named = new Map<string, ReadonlyMap<string, readonly number[]>>();

  constructor(db: Reader, baseCurrency: string, today: IsoDate) {
    this.#db = db;
    this.#baseCurrency = baseCurrency;
    this.#rules = {
      ...perDeclared((noun) => nounRules(noun, today)),
      custom_field: customFieldRules,
      custom_choice: customChoiceRules,
      segmentation_scheme: schemeRules,
      segment: segmentRules,
      value_point: valuePointRules,
      account: accountRules,
      contact: contactRules,
      contact_relation: relationRules,
      contract: contractRules(baseCurrency),
      contract_price: priceRules,
      note: noteRules,
      task: taskRules,
      goal: goalRules,
      goal_reading: readingRules,
    };
  }

  async planAll(tables: readonly CheckedChoice[]): Promise<Readonly<Record<ImportNoun, ImportPlan>>> {
    const chosen = new Set(tables.map(({ choice }) => choice.noun));
    const plans = new Map<ImportNoun, ImportPlan>();
    for (const noun of importNouns) {
      const isReferredTo = [...chosen].some((each) => referredTo(each).includes(noun));
      if (chosen.has(noun) || isReferredTo) plans.set(noun, await this.#plan(noun, tables));
    }
    return perNoun((noun) => plans.get(noun) ?? nothing);
  }

  async #plan(noun: ImportNoun, tables: readonly CheckedChoice[]): Promise<ImportPlan> {
    const chosen = tables.flatMap(({ choice }) => (choice.noun === noun ? choice.fields : []));
    const hasOwn = chosen.some((field) => field !== null && isOwnColumn(field));
    const known = await knownRows(this.#db, noun, hasOwn);
    if (noun === 'segment') await this.#readTemplates();
    await this.#readNamed(noun);
    const rows = this.#rowsOf(noun, tables);
    const prepared =
      noun === 'contract'
        ? withKnownRenewals(rows, known)
        : noun === 'contact_relation'
          ? this.#withoutCircles(rows, known)
          : rows;
    const plan = planImport(prepared, known, this.#rules[noun]);
    for (const { row, reason, column } of plan.refused)
      this.refused.push({ ...placeOf(row), reason, column, value: null });
    const afterImport = afterwards(known, plan);
    this.#known.set(noun, new KnownRows(afterImport, this.#rules[noun]));
    if (noun === 'account') this.#accounts = new AccountIndex(afterImport.map(named));
    if (noun === 'goal')
      this.#goals = Map.groupBy(afterImport, ({ facts }) => goalName(facts.account_id, facts.metric));
    return noun === 'contract' ? withRenewedIds(plan, afterImport) : plan;
  }

  #rowsOf(noun: ImportNoun, tables: readonly CheckedChoice[]): FileRow[] {
    const among = {
      accounts: this.#accounts,
      baseCurrency: this.#baseCurrency,
      find: (of: ImportNoun, facts: Facts) => this.#known.get(of)?.find(facts) ?? null,
      goalsOf: (accountId: number, metric: string) => this.#goals.get(goalName(accountId, metric)) ?? [],
      named: (table: string, accountId: number | null, name: string) =>
        this.#named.get(table)?.get(nameIn(accountId, name)) ?? [],
      milestoneTemplateId: (name: string) => this.#templates.get(name) ?? null,
    };
    const rows: FileRow[] = [];
    for (const [table, { choice, checked }] of tables.entries()) {
      if (choice.noun !== noun) continue;
      const areKeysForeign = !checked.rows.some(
        ({ values }) => typeof values.accountKey === 'string' && this.#accounts.hasKey(values.accountKey),
      );
      for (const { row, values } of checked.rows) {
        const facts = factsOf(noun, values, { ...among, areKeysForeign });
        if (isRefused(facts))
          this.refused.push({ table, row, reason: facts.reason, column: null, value: facts.value });
        else rows.push({ row: table * tableStride + row, facts });
      }
    }
    return rows;
  }

  /** What rows of a declared noun may refer to, by name: as the plan so far leaves it, or as it stands in the book. */
  async #readNamed(noun: ImportNoun): Promise<void> {
    const declared = nounOfTable(noun);
    for (const [, { to, by, shared }] of declared ? referencesOf(declared) : []) {
      const planned = importNouns.find((other) => other === to);
      const rows =
        (planned && this.#known.get(planned)?.rows) ??
        (await sql<Facts & { id: number }>`select * from ${sql.table(to)}`.execute(this.#db)).rows.map(
          ({ id, ...facts }) => ({ id, facts }),
        );
      const byName = Map.groupBy(rows, ({ facts }) =>
        nameIn(shared ? null : Number(facts.account_id), String(facts[by] ?? '')),
      );
      this.#named.set(to, new Map([...byName].map(([name, own]) => [name, own.map(({ id }) => id)])));
    }
  }

  async #readTemplates(): Promise<void> {
    const templates = await this.#db.selectFrom('milestone_template').select(['id', 'name']).execute();
    this.#templates = new Map(templates.map(({ id, name }) => [name, id]));
  }

  /** Nobody is their own superior's superior: the row that would close the circle is refused. */
  #withoutCircles(rows: readonly FileRow[], known: readonly BookRow[]): FileRow[] {
    const superiors = new Map<number, Relation>();
    const say = ({ contact_id, other_id, kind }: Facts) => {
      const [contactId, otherId] = [Number(contact_id), Number(other_id)];
      if (kind === 'reports-to') superiors.set(contactId, { contactId, otherId, kind });
    };
    for (const { facts } of known) say(facts);
    return rows.filter(({ row, facts }) => {
      const [one, other] = [Number(facts.contact_id), Number(facts.other_id)];
      const others = [...superiors.values()].filter(({ contactId }) => contactId !== one);
      if (facts.kind === 'reports-to' && one !== other && reportsInCircle(others, one, other)) {
        this.refused.push({ ...placeOf(row), reason: 'reports-in-circle', column: 'other_id', value: null });
        return false;
      }
      say(facts);
      return true;
    });
  }
}

/** A name as compared, at an account or at none. */
function nameIn(accountId: number | null, name: string): string {
  return `${accountId} ${nameIdentity(name)}`;
}

/** What a goal is called at its account. */
function goalName(accountId: Facts[string] | undefined, metric: Facts[string] | undefined): string {
  return `${accountId} ${nameIdentity(metric)}`;
}

/** The rows there will be, found by what makes two rows the same. */
class KnownRows {
  readonly #byIdentity = new Map<string, BookRow>();
  readonly #rules: ImportRules;

  readonly rows: readonly BookRow[];

  constructor(rows: readonly BookRow[], rules: ImportRules) {
    this.#rules = rules;
    this.rows = rows;
    for (const row of rows)
      for (const identity of rules.identities(row.facts))
        if (!this.#byIdentity.has(identity)) this.#byIdentity.set(identity, row);
  }

  find(facts: Facts): BookRow | null {
    for (const identity of this.#rules.identities(facts)) {
      const row = this.#byIdentity.get(identity);
      if (row) return row;
    }
    return null;
  }
}

/** A contract that renews one nobody knows stands without that link; one known by both names is called by its key. */
function withKnownRenewals(rows: readonly FileRow[], known: readonly BookRow[]): FileRow[] {
  const names = new Map<string, string>();
  for (const { facts } of [...known, ...rows]) {
    const name = contractReference(facts);
    for (const { of, stated } of namesOf(facts))
      if (!names.has(`${of} ${stated}`)) names.set(`${of} ${stated}`, name);
  }
  return rows.map(({ row, facts }) => {
    const { renews_key, ...rest } = facts;
    if (renews_key === undefined) return { row, facts };
    const name = names.get(` ${renews_key}`) ?? names.get(`${facts.account_id} ${renews_key}`);
    return { row, facts: name === undefined ? rest : { ...rest, renews_key: name } };
  });
}

/** What a contract may be called: by its key anywhere, by its first day and product within its account. */
function namesOf(facts: Facts): { of: string; stated: string }[] {
  const { key, ...unkeyed } = facts;
  const term = { of: String(facts.account_id), stated: contractReference(unkeyed) };
  return key == null ? [term] : [{ of: '', stated: String(key) }, term];
}

/** Beside the names of renewed contracts the ids they have or will have. */
function withRenewedIds(plan: ImportPlan, rows: readonly BookRow[]): ImportPlan {
  const ids = new Map<string, number>();
  for (const { id, facts } of rows)
    for (const { of, stated } of namesOf(facts))
      if (!ids.has(`${of} ${stated}`)) ids.set(`${of} ${stated}`, id);
  const settled = (facts: Facts, accountId: Facts[string]): Facts => {
    const { renews_key } = facts;
    const id = ids.get(` ${renews_key}`) ?? ids.get(`${accountId} ${renews_key}`);
    return renews_key == null || id === undefined ? facts : { ...facts, renews_contract_id: id };
  };
  return {
    ...plan,
    additions: plan.additions.map((each) => ({
      ...each,
      facts: settled(each.facts, each.facts.account_id ?? null),
    })),
    alterations: plan.alterations.map((each) => ({
      ...each,
      after: settled(each.after, each.facts.account_id ?? null),
    })),
  };
}

function named({ id, facts }: BookRow) {
  const key = facts.key ?? null;
  return {
    id,
    key: key === null ? null : String(key),
    name: String(facts.name),
    archived: facts.archived_at != null,
  };
}

/** The book's rows as the plan leaves them. */
function afterwards(known: readonly BookRow[], plan: ImportPlan): BookRow[] {
  const altered = new Map(plan.alterations.map(({ id, after }) => [id, after]));
  return [
    ...known.map((row) => ({ id: row.id, facts: { ...row.facts, ...altered.get(row.id) } })),
    ...plan.additions,
  ];
}
