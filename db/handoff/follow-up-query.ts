import { editAccount, getAccount } from '../account/query.ts';
import { bookSettings } from '../book/query.ts';
import { createCommitment, listCommitments } from '../commitment/query.ts';
import { createContact, listContacts } from '../contact/query.ts';
import { createContract, listContracts } from '../contract/query.ts';
import { createGoal, listGoals } from '../goal/query.ts';
import { findSuccessDefinition, writeSuccessDefinition } from '../goal/success-definition-query.ts';
import { applyTemplate, planMilestones } from '../milestone/query.ts';
import { standardJourney } from '../milestone/template.ts';
import { createStandardTemplate, templateLines, templateOfAccount } from '../milestone/template-query.ts';
import type { Reader, Writer } from '../schema.ts';
import { createTask } from '../task/query.ts';
import type { IsoDate } from '../types/calendar.ts';
import { setValueState, valuePointsOf } from '../value/account-point-query.ts';
import { listValuePoints, valuePointNamed } from '../value/point-query.ts';
import { workingCalendar } from '../working-calendar/query.ts';
import { addWorkingDays } from '../working-calendar/working-day.ts';
import { handoffClock } from './clock.ts';
import { clockLimits } from './clock-query.ts';
import { followUps } from './follow-up.ts';
import type { FollowUp } from './follow-up-type.ts';
import { type OnboardingTask, onboardingTasks } from './onboarding-task.ts';
import { getHandoff, type Handoff, updateHandoff } from './query.ts';

/** The titles of the onboarding tasks in every language, the one to write in first. */
export type TaskTitles = readonly Readonly<Record<OnboardingTask, string>>[];

/** A task that came of a handoff; not `handoff` itself, whose gaps and clock a task of it would hide on Today. */
const source = 'handoff-follow-up';

/** What a handoff's answers would bring into the book. @throws Failure record.not-found */
export async function gatherFollowUps(
  db: Reader,
  id: number,
  titles: TaskTitles,
  now: Date,
  today: IsoDate,
): Promise<FollowUp[]> {
  const handoff = await getHandoff(db, id);
  const accountId = handoff.account_id;
  const calendar = await workingCalendar(db, today);
  const limits = await clockLimits(db);
  const { time_zone: timeZone } = await bookSettings(db);
  const { kickoff } = handoffClock(
    {
      state: handoff.state,
      paidAt: handoff.paid_at,
      welcomedAt: handoff.welcomed_at,
      acceptedOn: handoff.accepted_on,
      kickoffOn: handoff.kickoff_on,
    },
    limits,
    calendar,
    { now: now.toISOString(), timeZone },
  );
  const [account, contacts, contracts, goals, commitments, points, own] = [
    await getAccount(db, accountId),
    await listContacts(db, accountId),
    await listContracts(db, accountId),
    await listGoals(db, accountId),
    await listCommitments(db, accountId),
    await listValuePoints(db),
    await valuePointsOf(db, accountId),
  ];
  return followUps(
    handoff,
    {
      account,
      contacts: contacts.map(({ name }) => name),
      contracts,
      hasSuccessDefinition: (await findSuccessDefinition(db, accountId)) !== null,
      goals: goals.map(({ metric }) => metric),
      valuePoints: {
        all: points.map(({ name }) => name),
        own: points.filter((point) => own[point.id] !== undefined).map(({ name }) => name),
      },
      newMilestones: await newMilestones(db, accountId, today),
      commitments: commitments.map(({ text }) => text),
      tasks: await knownTasks(db, accountId, titles),
    },
    {
      kickoffBy:
        handoff.kickoff_on ?? kickoff.dueOn ?? addWorkingDays(today, limits.kickoffWorkingDays, calendar),
      today,
      calendar,
    },
  );
}

/** Writes what was chosen, in one transaction. @throws Failure as the parts' own queries */
export async function writeFollowUps(
  trx: Writer,
  id: number,
  chosen: readonly FollowUp[],
  titles: TaskTitles,
  today: IsoDate,
): Promise<void> {
  const handoff = await getHandoff(trx, id);
  for (const followUp of chosen) await writeFollowUp(trx, handoff, followUp, titles, today);
  await updateHandoff(trx, id, { followed_up_on: today });
}

async function writeFollowUp(
  trx: Writer,
  handoff: Handoff,
  followUp: FollowUp,
  titles: TaskTitles,
  today: IsoDate,
): Promise<void> {
  const { account_id: accountId, seller, receiver } = handoff;
  switch (followUp.kind) {
    case 'account': {
      const account = await getAccount(trx, accountId);
      const changes = Object.fromEntries(followUp.changes.map(({ field, value }) => [field, value]));
      await editAccount(trx, accountId, { ...account, ...changes });
      return;
    }
    case 'contact':
      await createContact(trx, accountId, {
        ...followUp.contact,
        influence: null,
        sentiment: null,
        languages: null,
        lastTouchedOn: null,
      });
      return;
    case 'contract': {
      const { amount, ...contract } = followUp.contract;
      await createContract(trx, accountId, {
        ...contract,
        key: null,
        amountMinor: amount.minor,
        currency: amount.currency,
        billingPeriod: 'term',
        noticeDays: null,
        autoRenews: null,
        noticeGivenOn: null,
        isTrial: false,
        renewsContractId: null,
      });
      return;
    }
    case 'success-definition':
      await writeSuccessDefinition(trx, accountId, followUp.words);
      return;
    case 'goal':
      await createGoal(trx, accountId, {
        ...followUp.goal,
        term: 'short',
        valuePoint: null,
        baselineOn: null,
        owner: receiver,
        definedBy: null,
        confirmedOn: null,
        redefinedOn: null,
        closedOn: null,
      });
      return;
    case 'value-point': {
      const point = await valuePointNamed(trx, followUp.name);
      if (point !== null) await setValueState(trx, accountId, point, { state: 'sold' }, today);
      return;
    }
    case 'milestones': {
      const chosen = await templateFor(trx, accountId);
      await applyTemplate(trx, accountId, chosen ?? (await createStandardTemplate(trx)), null, today);
      return;
    }
    case 'commitment':
      await createCommitment(trx, {
        account_id: accountId,
        text: followUp.commitment.text,
        side: 'us',
        promised_by: seller,
        promised_to: null,
        made_on: handoff.submitted_on,
        due_on: followUp.commitment.dueOn,
        comment: null,
        source_noun: 'handoff',
        source_id: handoff.id,
      });
      return;
    case 'task':
      await createTask(
        trx,
        {
          accountId,
          title: titles[0]?.[followUp.task] ?? followUp.task,
          owner: receiver,
          dueOn: followUp.dueOn,
          interval: null,
        },
        { noun: source, id: handoff.id },
      );
      return;
  }
}

/** The segment's template, else the first of the book, else null: the standard journey. */
async function templateFor(db: Reader, accountId: number): Promise<number | null> {
  const own = await templateOfAccount(db, accountId);
  if (own) return own.templateId;
  const first = await db
    .selectFrom('milestone_template')
    .select('id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return first?.id ?? null;
}

async function newMilestones(db: Reader, accountId: number, today: IsoDate): Promise<number> {
  const template = await templateFor(db, accountId);
  const lines =
    template === null
      ? standardJourney.lines.map((line, at) => ({ ...line, id: -1 - at }))
      : await templateLines(db, template);
  const planned = await planMilestones(db, accountId, lines, today);
  return planned.filter(({ state }) => state !== 'planned').length;
}

async function knownTasks(db: Reader, accountId: number, titles: TaskTitles): Promise<OnboardingTask[]> {
  const rows = await db.selectFrom('task').select('title').where('account_id', '=', accountId).execute();
  const known = new Set(rows.map(({ title }) => title));
  return onboardingTasks.filter((task) => titles.some((words) => known.has(words[task])));
}
