import { daysBetween, type IsoDate } from '../types/calendar.ts';

/** What Today tells of, in the order of a morning: what is agreed, then what waits, then what would be forgotten. */
export const todayKinds = [
  'task',
  'handoff',
  'health',
  'renewal',
  'qbr',
  'milestone',
  'commitment',
  'sponsor',
  'assessment',
] as const;
export type TodayKind = (typeof todayKinds)[number];

/** How far ahead the ends of contracts show, in days. */
export const renewalAheadDays = 90;
/** How far ahead notice deadlines show, in days, however far the end is. */
export const noticeAheadDays = 30;
/** How long a contract that ended without an outcome on record is asked about, in days. */
export const endedBackDays = 365;
/** Days after which an assessment no longer says how mature a customer is. */
export const reassessAfterDays = 180;
/** How long an account that turned red, and a colour by hand that ran out, are news, in days. */
export const healthNewsDays = 14;
/** A renewal step, meeting or commitment this near is today's business. */
const nearDays = 14;
/** Commitments show this many days before they are due. */
export const commitmentAheadDays = 7;

export const urgencies = ['late', 'now', 'soon'] as const;
export type Urgency = (typeof urgencies)[number];

/** Why something is on the list; `days` counts from or to `on`. */
export const todayReasons = [
  'task-late',
  'task-due',
  'handoff-submitted',
  'handoff-returned',
  'welcome-late',
  'welcome-due',
  'kickoff-late',
  'kickoff-due',
  'gap-late',
  'gap-due',
  'health-red',
  'health-override-ended',
  'notice-soon',
  'notice-passed',
  'notice-given',
  'renews-itself',
  'renewal-soon',
  'ended-open',
  'qbr-overdue',
  'qbr-due',
  'qbr-meeting',
  'milestone-late',
  'touchpoint-late',
  'milestone-due',
  'commitment-late',
  'commitment-due',
  'sponsor-none',
  'sponsor-silent',
  'nobody-touched',
  'reassess',
] as const;
export type TodayReason = (typeof todayReasons)[number];

/** One thing that needs the CSM, with why and when. */
export type TodayEntry = {
  readonly kind: TodayKind;
  /**
   * The row to act on: a task, handoff, review, milestone, commitment, the contract that ends or the assessment to repeat; for
   * the other kinds the account.
   */
  readonly id: number;
  readonly accountId: number | null;
  readonly accountName: string | null;
  /** What it is called where it has a name of its own: a task's title, a commitment's words. */
  readonly subject: string | null;
  /** What that is called in Chinese where it is another; see types/language.ts. */
  readonly subjectZh: string | null;
  readonly reason: TodayReason;
  /** The day the reason speaks of; null where nothing has a day. */
  readonly on: IsoDate | null;
  /** Days from `on` to today where it has passed, from today to `on` where it is still to come. */
  readonly days: number | null;
  readonly urgency: Urgency;
};

type OfAccount = { readonly id: number; readonly accountId: number; readonly accountName: string };

export type TodayFacts = {
  readonly tasks: readonly {
    readonly id: number;
    readonly accountId: number | null;
    readonly accountName: string | null;
    readonly title: string;
    readonly dueOn: IsoDate;
  }[];
  /** Submitted ones wait for the CSM since `since`, returned ones for sales. */
  readonly handoffs: readonly (OfAccount & {
    readonly state: 'submitted' | 'returned';
    readonly deal: string | null;
    readonly since: IsoDate;
  })[];
  /** What is due after a payment; `id` is the handoff. */
  readonly clocks: readonly (OfAccount & {
    readonly what: 'welcome' | 'kickoff';
    readonly deal: string | null;
    readonly dueOn: IsoDate;
    readonly isLate: boolean;
  })[];
  /** The most pressing open gap of a handoff; `id` is the handoff. */
  readonly gaps: readonly (OfAccount & { readonly owner: string; readonly dueOn: IsoDate })[];
  /** Product lines to decide about; `id` is the contract that ends. */
  readonly renewals: readonly (OfAccount & {
    readonly product: string | null;
    readonly endOn: IsoDate;
    readonly noticeOn: IsoDate | null;
    readonly renewsByItself: boolean;
    readonly noticeGivenOn: IsoDate | null;
  })[];
  /** Accounts that turned red lately; `id` is the account. */
  readonly reds: readonly (OfAccount & { readonly redSince: IsoDate })[];
  /** Colours set by hand that ran out lately; `id` is the override. */
  readonly overrides: readonly (OfAccount & { readonly untilOn: IsoDate })[];
  /** Reviews that are due by the account's cadence; `id` is the account. */
  readonly qbrsDue: readonly (OfAccount & { readonly dueOn: IsoDate })[];
  /** Review meetings with a day; `id` is the review. */
  readonly meetings: readonly (OfAccount & { readonly meetingOn: IsoDate })[];
  readonly milestones: readonly (OfAccount & {
    readonly kind: 'milestone' | 'touchpoint';
    readonly title: string;
    readonly titleZh: string | null;
    readonly dueOn: IsoDate;
  })[];
  readonly commitments: readonly (OfAccount & { readonly text: string; readonly dueOn: IsoDate })[];
  /** Accounts with a silent sponsor or none; `id` is the account. */
  readonly sponsors: readonly (OfAccount & {
    readonly sponsor: string | null;
    readonly sponsorTouchedOn: IsoDate | null;
    readonly anyTouchedOn: IsoDate | null;
    /** Everybody there is silent, not the sponsor alone. */
    readonly isQuiet: boolean;
  })[];
  /** What was assessed long ago, by model; `id` is the assessment. */
  readonly assessments: readonly (OfAccount & {
    readonly model: string;
    readonly modelZh: string;
    readonly assessedOn: IsoDate;
  })[];
};

/** Everything that needs the CSM on a day: what is late first, then by kind, then by day. */
export function todayEntries(facts: TodayFacts, today: IsoDate): TodayEntry[] {
  const entry = (
    kind: TodayKind,
    { id, accountId, accountName }: Pick<TodayEntry, 'id' | 'accountId' | 'accountName'>,
    subject: string | null,
    reason: TodayReason,
    on: IsoDate | null,
    urgency: Urgency,
  ): TodayEntry => ({
    kind,
    id,
    accountId,
    accountName,
    subject,
    subjectZh: null,
    reason,
    on,
    days: on === null ? null : Math.abs(daysBetween(on, today)),
    urgency,
  });
  const near = (on: IsoDate): Urgency => (daysBetween(today, on) <= nearDays ? 'now' : 'soon');
  const entries: TodayEntry[] = [
    ...facts.tasks.map((task) =>
      task.dueOn < today
        ? entry('task', task, task.title, 'task-late', task.dueOn, 'late')
        : entry('task', task, task.title, 'task-due', task.dueOn, 'now'),
    ),
    ...facts.handoffs.map((handoff) =>
      handoff.state === 'submitted'
        ? entry('handoff', handoff, handoff.deal, 'handoff-submitted', handoff.since, 'now')
        : entry('handoff', handoff, handoff.deal, 'handoff-returned', handoff.since, 'soon'),
    ),
    ...facts.clocks.map((clock) =>
      entry(
        'handoff',
        clock,
        clock.deal,
        clock.isLate ? `${clock.what}-late` : `${clock.what}-due`,
        clock.dueOn,
        clock.isLate ? 'late' : 'now',
      ),
    ),
    ...facts.gaps.map((gap) =>
      gap.dueOn < today
        ? entry('handoff', gap, gap.owner, 'gap-late', gap.dueOn, 'late')
        : entry('handoff', gap, gap.owner, 'gap-due', gap.dueOn, near(gap.dueOn)),
    ),
    ...facts.renewals.map((line) => {
      const { product, endOn, noticeOn, noticeGivenOn } = line;
      const renewal = (reason: TodayReason, on: IsoDate, urgency: Urgency) =>
        entry('renewal', line, product, reason, on, urgency);
      if (endOn < today) return renewal('ended-open', endOn, 'late');
      if (noticeGivenOn !== null && !line.renewsByItself) return renewal('notice-given', endOn, 'now');
      if (noticeOn !== null && noticeOn >= today) return renewal('notice-soon', noticeOn, near(noticeOn));
      if (line.renewsByItself) return renewal('renews-itself', endOn, 'soon');
      if (noticeOn === null) return renewal('renewal-soon', endOn, near(endOn));
      return renewal('notice-passed', endOn, 'now');
    }),
    ...facts.reds.map((account) => entry('health', account, null, 'health-red', account.redSince, 'now')),
    ...facts.overrides.map((override) =>
      entry('health', override, null, 'health-override-ended', override.untilOn, 'now'),
    ),
    ...facts.qbrsDue.map((due) =>
      due.dueOn < today
        ? entry('qbr', due, null, 'qbr-overdue', due.dueOn, 'late')
        : entry('qbr', due, null, 'qbr-due', due.dueOn, 'soon'),
    ),
    ...facts.meetings.map((meeting) =>
      entry('qbr', meeting, null, 'qbr-meeting', meeting.meetingOn, near(meeting.meetingOn)),
    ),
    ...facts.milestones.map((milestone) => {
      const { kind, title, titleZh: subjectZh, dueOn } = milestone;
      if (dueOn >= today)
        return { ...entry('milestone', milestone, title, 'milestone-due', dueOn, 'now'), subjectZh };
      const reason = kind === 'milestone' ? 'milestone-late' : 'touchpoint-late';
      return { ...entry('milestone', milestone, title, reason, dueOn, 'late'), subjectZh };
    }),
    ...facts.commitments.map((commitment) =>
      commitment.dueOn < today
        ? entry('commitment', commitment, commitment.text, 'commitment-late', commitment.dueOn, 'late')
        : entry('commitment', commitment, commitment.text, 'commitment-due', commitment.dueOn, 'now'),
    ),
    ...facts.sponsors.map((account) => {
      const { sponsor, sponsorTouchedOn, anyTouchedOn, isQuiet } = account;
      if (isQuiet) return entry('sponsor', account, null, 'nobody-touched', anyTouchedOn, 'now');
      if (sponsor === null) return entry('sponsor', account, null, 'sponsor-none', null, 'soon');
      return entry('sponsor', account, sponsor, 'sponsor-silent', sponsorTouchedOn, 'now');
    }),
    ...facts.assessments.map((assessment) => {
      const { model, modelZh: subjectZh, assessedOn } = assessment;
      return { ...entry('assessment', assessment, model, 'reassess', assessedOn, 'soon'), subjectZh };
    }),
  ];
  // Sorting is stable: within a kind and a day the order of the facts stays, which is the account's worth where it has one.
  return entries.sort(
    (a, b) =>
      urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
      todayKinds.indexOf(a.kind) - todayKinds.indexOf(b.kind) ||
      (a.kind === 'sponsor' ? 0 : (a.on ?? '').localeCompare(b.on ?? '')),
  );
}

/** How many there are by kind: what needs the CSM now, and in all. */
export function countToday(entries: readonly TodayEntry[]): { pressing: number; all: number } {
  return { pressing: entries.filter(({ urgency }) => urgency !== 'soon').length, all: entries.length };
}
