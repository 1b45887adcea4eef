import { type Kysely, sql } from 'kysely';

/**
 * Handoffs from sales: the delivery list they are made with, what was answered, what was returned, which gaps stay open,
 * and the promises found on the way, which outlive the handoff. Templates never change once written.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isDate = (column: string) =>
  `check (${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

const statements = [
  `create table handoff_template (
    id integer primary key autoincrement,
    kind text not null check (kind in ('new-deal', 'expansion', 'csm-to-csm')),
    version integer not null check (version >= 1),
    body text not null check (json_valid(body)),
    unique (kind, version)
  ) strict`,
  `create trigger handoff_template_stays before update on handoff_template begin
    select raise(abort, 'a template version never changes; an edit is the next version');
  end`,

  // One row once the user sets another limit than the usual ones.
  `create table engagement_limit (
    id integer primary key check (id = 1),
    average_deal_minor integer not null check (average_deal_minor > 0),
    sales_cycle_days integer not null check (sales_cycle_days > 0),
    implementation_days integer not null check (implementation_days > 0)
  ) strict`,

  `create table handoff (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    template_id integer not null references handoff_template (id),
    deal text,
    seller text,
    receiver text,
    state text not null default 'draft'
      check (state in ('draft', 'submitted', 'returned', 'accepted', 'kickoff-held', 'closed')),
    submitted_on text ${isDate('submitted_on')},
    accepted_on text ${isDate('accepted_on')},
    accepted_score integer check (accepted_score between 0 and 100),
    offered text check (offered in ('accept', 'accept-with-gaps', 'return')),
    decision_reason text,
    kickoff_on text ${isDate('kickoff_on')},
    closed_on text ${isDate('closed_on')},
    average_deal_minor integer check (average_deal_minor >= 0),
    sales_cycle_days integer check (sales_cycle_days >= 0),
    implementation_days integer check (implementation_days >= 0)
  ) strict`,
  'create index handoff_by_account on handoff (account_id)',
  'create index handoff_by_state on handoff (state)',
  'create index handoff_by_template on handoff (template_id)',

  `create table handoff_answer (
    id integer primary key autoincrement,
    handoff_id integer not null references handoff (id) on delete cascade,
    field text not null,
    answer text not null default '',
    quality integer check (quality between 0 and 3),
    evidence text,
    comment text,
    unique (handoff_id, field)
  ) strict`,

  `create table handoff_gap (
    id integer primary key autoincrement,
    handoff_id integer not null references handoff (id) on delete cascade,
    field text not null,
    owner text not null,
    due_on text not null ${isDate('due_on')},
    settled_on text ${isDate('settled_on')},
    unique (handoff_id, field)
  ) strict`,
  'create index handoff_gap_open on handoff_gap (due_on) where settled_on is null',

  `create table handoff_return (
    id integer primary key autoincrement,
    handoff_id integer not null references handoff (id) on delete cascade,
    returned_on text not null ${isDate('returned_on')},
    resubmitted_on text ${isDate('resubmitted_on')},
    seller text,
    score integer not null check (score between 0 and 100),
    offered text not null check (offered in ('accept', 'accept-with-gaps', 'return')),
    fields text not null check (json_valid(fields)),
    reason text
  ) strict`,
  'create index handoff_return_by_handoff on handoff_return (handoff_id)',

  `create table promise (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    text text not null check (text <> ''),
    side text not null check (side in ('us', 'customer')),
    promised_by text,
    promised_to text,
    made_on text ${isDate('made_on')},
    due_on text ${isDate('due_on')},
    status text not null default 'open' check (status in ('open', 'kept', 'partly', 'broken')),
    scored_on text ${isDate('scored_on')},
    comment text,
    source_noun text,
    source_id integer
  ) strict`,
  'create index promise_by_account on promise (account_id, due_on)',
  `create index promise_open_by_due on promise (due_on) where status = 'open'`,
];
