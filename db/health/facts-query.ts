import { type Selectable, sql } from 'kysely';
import { findBookSettings } from '../book/query.ts';
import type { commitment } from '../commitment/noun.ts';
import { isNamedIn } from '../contact/relationship.ts';
import type { ContactTable } from '../contact/table.ts';
import { defaultGapDays, withAutomaticRenewals } from '../contract/renewal.ts';
import type { ContractTable } from '../contract/table.ts';
import type { GoalReadingTable, GoalTable } from '../goal/table.ts';
import type { TableOf } from '../kernel/define.ts';
import { contractRuns, onboardingEnd } from '../lifecycle/rule.ts';
import { isCustomerMaturity } from '../maturity/model-query.ts';
import type { AssessmentTable } from '../maturity/table.ts';
import type { MilestoneTable } from '../milestone/table.ts';
import type { NoteTable } from '../note/table.ts';
import type { QbrTable } from '../qbr/table.ts';
import type { Reader } from '../schema.ts';
import { abilityStages } from '../segment/ideal-profile.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { BookFacts } from './book-measure.ts';

/** The rows of accounts that the book's own measures are computed from, as they are now or as they were on a day. */
export type HealthRows = {
  readonly contact: readonly Pick<
    Selectable<ContactTable>,
    'id' | 'account_id' | 'name' | 'role' | 'last_touched_on'
  >[];
  /** Talks; a plain note is none. */
  readonly note: readonly Pick<
    Selectable<NoteTable>,
    'id' | 'account_id' | 'kind' | 'contact_id' | 'occurred_on' | 'body'
  >[];
  readonly goal: readonly Pick<
    Selectable<GoalTable>,
    'id' | 'account_id' | 'baseline' | 'target' | 'closed_on' | 'redefined_on'
  >[];
  readonly goal_reading: readonly Pick<
    Selectable<GoalReadingTable>,
    'id' | 'goal_id' | 'read_on' | 'value'
  >[];
  readonly milestone: readonly Pick<
    Selectable<MilestoneTable>,
    'id' | 'account_id' | 'kind' | 'due_on' | 'reached_on'
  >[];
  readonly commitment: readonly Pick<
    Selectable<TableOf<typeof commitment>>,
    'id' | 'account_id' | 'side' | 'status' | 'due_on' | 'scored_on'
  >[];
  readonly contract: readonly Pick<
    Selectable<ContractTable>,
    | 'id'
    | 'account_id'
    | 'product'
    | 'amount_minor'
    | 'is_trial'
    | 'start_on'
    | 'end_on'
    | 'first_paid_on'
    | 'notice_days'
    | 'renews_contract_id'
    | 'auto_renews'
    | 'notice_given_on'
  >[];
  readonly qbr: readonly Pick<Selectable<QbrTable>, 'id' | 'account_id' | 'kind' | 'held_on'>[];
  readonly assessment: readonly Pick<
    Selectable<AssessmentTable>,
    'id' | 'account_id' | 'model_id' | 'assessed_on' | 'finished_on' | 'overall_hundredths' | 'stage'
  >[];
};

const columns: { readonly [Table in keyof HealthRows]: readonly (keyof HealthRows[Table][number])[] } = {
  contact: ['id', 'account_id', 'name', 'role', 'last_touched_on'],
  note: ['id', 'account_id', 'kind', 'contact_id', 'occurred_on', 'body'],
  goal: ['id', 'account_id', 'baseline', 'target', 'closed_on', 'redefined_on'],
  goal_reading: ['id', 'goal_id', 'read_on', 'value'],
  milestone: ['id', 'account_id', 'kind', 'due_on', 'reached_on'],
  commitment: ['id', 'account_id', 'side', 'status', 'due_on', 'scored_on'],
  contract: [
    'id',
    'account_id',
    'product',
    'amount_minor',
    'is_trial',
    'start_on',
    'end_on',
    'first_paid_on',
    'notice_days',
    'renews_contract_id',
    'auto_renews',
    'notice_given_on',
  ],
  qbr: ['id', 'account_id', 'kind', 'held_on'],
  assessment: ['id', 'account_id', 'model_id', 'assessed_on', 'finished_on', 'overall_hundredths', 'stage'],
};

/** The rows of these accounts (null: of all) as they are now. */
export async function healthRows(db: Reader, accountIds: readonly number[] | null): Promise<HealthRows> {
  const ids = JSON.stringify(accountIds ?? []);
  const among = (column: string) =>
    accountIds === null ? sql`true` : sql`${sql.ref(column)} in (select value from json_each(${ids}))`;
  const read = async <Table extends keyof HealthRows>(table: Table, where = among('account_id')) => {
    const { rows } = await sql<HealthRows[Table][number]>`
      select ${sql.join(columns[table].map((column) => sql.ref(String(column))))}
      from ${sql.table(table)} where ${where}`.execute(db);
    return rows;
  };
  const isOfGoal =
    accountIds === null
      ? sql`true`
      : sql`goal_id in (select id from goal where account_id in (select value from json_each(${ids})))`;
  return {
    contact: await read('contact'),
    note: await read('note', sql`kind <> 'note' and ${among('account_id')}`),
    goal: await read('goal'),
    goal_reading: await read('goal_reading', isOfGoal),
    milestone: await read('milestone'),
    commitment: await read('commitment'),
    contract: await read('contract'),
    qbr: await read('qbr', sql`held_on is not null and kind <> 'mbr' and ${among('account_id')}`),
    assessment: await read('assessment', sql`finished_on is not null and ${among('account_id')}`),
  };
}

/** What of an account is not in those rows. */
export type HealthSubject = {
  readonly id: number;
  readonly size: 'small' | 'mid' | 'large' | null;
  /** Null where it is derived from the contracts. */
  readonly onboardingTo: IsoDate | null;
  readonly segmentPerYear: number | null;
};

/** What holds for every account of the book. */
export type HealthSetting = {
  /** The models of customers' maturity, by their row. */
  readonly customerModels: ReadonlySet<number>;
  /** Days a product line may be without a contract and still count as continued. */
  readonly gapDays: number;
};

export async function healthSetting(db: Reader): Promise<HealthSetting> {
  const { rows } = await sql<{
    id: number;
  }>`select id from maturity_model where ${isCustomerMaturity}`.execute(db);
  const settings = await findBookSettings(db);
  return {
    customerModels: new Set(rows.map(({ id }) => id)),
    gapDays: settings?.renewal_gap_days ?? defaultGapDays,
  };
}

/** Sorts rows by account, once for all of them; the facts of one account are then at hand. */
export function bookFactsOf(
  rows: HealthRows,
  { customerModels, gapDays }: HealthSetting,
): (subject: HealthSubject, today: IsoDate) => BookFacts {
  const by = <Row extends { account_id: number | null }>(list: readonly Row[]) =>
    Map.groupBy(list, ({ account_id }) => account_id);
  const contacts = by(rows.contact);
  const talks = by(rows.note);
  const goals = by(rows.goal);
  const readings = Map.groupBy(
    rows.goal_reading.toSorted((a, b) => a.id - b.id),
    ({ goal_id }) => goal_id,
  );
  const milestones = by(rows.milestone);
  const commitments = by(rows.commitment);
  const contracts = by(rows.contract);
  const reviews = by(rows.qbr);
  const assessments = by(rows.assessment);

  return ({ id, size, onboardingTo, segmentPerYear }, today) => {
    const people = contacts.get(id) ?? [];
    const paid = (contracts.get(id) ?? []).filter(
      ({ is_trial, amount_minor }) => !is_trial && amount_minor > 0,
    );
    const terms = withAutomaticRenewals(paid.map(termOf), today, gapDays);
    const held = (reviews.get(id) ?? []).flatMap(({ kind, held_on }) =>
      kind !== 'mbr' && held_on !== null && held_on <= today ? [held_on] : [],
    );
    const assessed = (assessments.get(id) ?? [])
      .filter(
        (each) =>
          each.finished_on !== null &&
          each.assessed_on <= today &&
          customerModels.has(each.model_id) &&
          abilityStages.some((stage) => stage === each.stage),
      )
      .toSorted((a, b) =>
        a.assessed_on < b.assessed_on ? -1 : a.assessed_on > b.assessed_on ? 1 : a.id - b.id,
      )
      .at(-1);
    return {
      contacts: people.map(({ id: contact, role, last_touched_on }) => ({
        id: contact,
        role,
        lastTouchedOn: last_touched_on,
      })),
      talks: talksWith(talks.get(id) ?? [], people),
      goals: (goals.get(id) ?? [])
        .filter(({ closed_on }) => closed_on === null || closed_on > today)
        .map((goal) => ({
          baseline: goal.baseline,
          target: goal.target,
          readings: (readings.get(goal.id) ?? [])
            .filter(({ read_on }) => goal.redefined_on === null || read_on >= goal.redefined_on)
            .map(({ read_on, value }) => ({ on: read_on, value })),
        })),
      milestones: (milestones.get(id) ?? [])
        .filter(({ kind }) => kind === 'milestone')
        .map(({ due_on, reached_on }) => ({ dueOn: due_on, reachedOn: reached_on })),
      commitments: (commitments.get(id) ?? []).map(({ side, status, due_on, scored_on }) => ({
        side,
        status,
        dueOn: due_on,
        scoredOn: scored_on,
      })),
      contracts: terms.map(({ startOn, endOn, firstPaidOn }) => ({ startOn, endOn, firstPaidOn })),
      cadence: {
        size,
        segmentPerYear,
        lastHeldOn: held.toSorted().at(-1) ?? null,
        onboardingEndsOn: onboardingTo ?? onboardingEnd(contractRuns(terms, { today, gapDays }), today),
      },
      maturity:
        assessed && assessed.overall_hundredths !== null
          ? { overall: assessed.overall_hundredths / 100, assessedOn: assessed.assessed_on }
          : null,
    };
  };
}

function termOf(contract: HealthRows['contract'][number]) {
  return {
    id: contract.id,
    product: contract.product,
    startOn: contract.start_on,
    endOn: contract.end_on,
    firstPaidOn: contract.first_paid_on,
    noticeDays: contract.notice_days,
    renewsContractId: contract.renews_contract_id,
    autoRenews: contract.auto_renews === 1,
    noticeGivenOn: contract.notice_given_on,
    isTrial: false,
  };
}

/**
 * A talk counts for the contact it was with and for those its words name. Texts are compared in lower case first: of thousands of
 * notes few name anybody, and telling names from other words is the slow part.
 */
function talksWith(talks: HealthRows['note'], people: HealthRows['contact']): BookFacts['talks'] {
  const named = people.map(({ id, name }) => ({ id, name, low: name.trim().toLowerCase() }));
  return talks
    .filter(({ kind }) => kind !== 'note')
    .map(({ occurred_on, contact_id, body }) => {
      const low = body.toLowerCase();
      return {
        on: occurred_on,
        contactIds: named
          .filter((each) => each.id === contact_id || (low.includes(each.low) && isNamedIn(body, each.name)))
          .map(({ id }) => id),
      };
    });
}
