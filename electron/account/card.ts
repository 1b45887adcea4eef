import { getAccount } from '../../db/account/query.ts';
import { audienceOf } from '../../db/audience.ts';
import { bookSettings, today } from '../../db/book/query.ts';
import { listCommitments } from '../../db/commitment/query.ts';
import { listContacts } from '../../db/contact/query.ts';
import { priceOn } from '../../db/contract/price.ts';
import { listContracts } from '../../db/contract/query.ts';
import { listGoals } from '../../db/goal/query.ts';
import { goalProgress } from '../../db/goal/rule.ts';
import { findSuccessDefinition } from '../../db/goal/success-definition-query.ts';
import { listMilestones } from '../../db/milestone/query.ts';
import type { Book } from '../../db/open.ts';
import { listOpenTasks } from '../../db/task/query.ts';
import type { Audience } from '../../db/types/audience.ts';
import type { IsoDate } from '../../db/types/calendar.ts';
import type { Language } from '../../db/types/language.ts';
import { fileName } from '../export/file-name.ts';
import { messagesIn } from '../messages.ts';
import { type CardSection, cardSections, moneyText, oneLineOf } from './card-section.ts';

/** Whose card: of which account, for whom to read, in which language. */
export type CardWanted = {
  readonly id: number;
  readonly audience: Audience;
  readonly language: Language;
};

/** An account on one page. */
export type AccountCard = {
  readonly name: string;
  readonly asOf: IsoDate;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly sections: readonly CardSection[];
};

/** Rows of each kind that fit one page of A4 together with all the others. */
const rowsOf = { contract: 3, contact: 5, goal: 4, commitment: 3, milestone: 3, task: 4 } as const;

/**
 * What stands on an account's card. Every part names the fields it is made from; the customer's card holds only what is
 * made from customer fields alone.
 * @throws Failure record.not-found
 */
export async function accountCard(book: Book, { id, audience, language }: CardWanted): Promise<AccountCard> {
  const account = await getAccount(book.db, id);
  const now = await today(book);
  const { base_currency: currency } = await bookSettings(book.db);
  const t = messagesIn(language);
  const mayStand = (fields: readonly string[]) =>
    audience === 'internal' || fields.every((field) => audienceOf(field) === 'customer');
  const success = await findSuccessDefinition(book.db, id);
  const facts = [
    {
      of: 'account_status.stage',
      label: t('lifecycle.label'),
      text: account.stage && t(`lifecycle.stage.${account.stage}`),
    },
    {
      of: 'account_status.arr_minor',
      label: t('account.column.arr'),
      text: account.arrMinor === null ? null : moneyText({ minor: account.arrMinor, currency }, language),
    },
    { of: 'account_status.renewal_on', label: t('account.column.renewal'), text: account.renewalOn },
    {
      of: 'account_status.last_touched_on',
      label: t('account.column.touched'),
      text: account.lastTouchedOn,
    },
    { of: 'account.tier', label: t('account.field.tier'), text: account.tier },
    { of: 'account.owner', label: t('account.field.owner'), text: account.owner },
    { of: 'account.sales_owner', label: t('account.field.salesOwner'), text: account.salesOwner },
    { of: 'account.industry', label: t('account.field.industry'), text: account.industry },
    { of: 'account.region', label: t('account.field.region'), text: account.region },
    { of: 'account.customer_since', label: t('account.field.customerSince'), text: account.customerSince },
    { of: 'success_definition.definition', label: t('account.card.success'), text: success?.definition },
  ].flatMap(({ of, label, text }) => (text && mayStand([of]) ? [{ label, text: oneLineOf(text, 160) }] : []));

  const { section, sections } = cardSections({ language, mayStand });
  const contracts = await listContracts(book.db, id);
  const running = contracts.filter(({ endOn }) => endOn === null || endOn >= now);
  section(
    t('contract.list'),
    running.length > 0 ? running.toReversed() : contracts.slice(0, 1),
    rowsOf.contract,
    [
      {
        of: ['contract.product'],
        heading: t('contract.field.product'),
        format: 'text',
        value: ({ product }) => product,
      },
      {
        of: ['contract.start_on'],
        heading: t('contract.field.startOn'),
        format: 'date',
        value: ({ startOn }) => startOn,
      },
      {
        of: ['contract.end_on'],
        heading: t('contract.field.endOn'),
        format: 'date',
        value: ({ endOn }) => endOn,
      },
      {
        of: ['contract.billing_period'],
        heading: t('contract.field.billingPeriod'),
        format: 'text',
        value: ({ billingPeriod }) => t(`contract.choice.billingPeriod.${billingPeriod}`),
      },
      {
        of: ['contract.amount_minor', 'contract.currency', 'contract_price.amount_minor'],
        heading: t('account.card.amount'),
        format: 'money',
        value: (contract) => ({
          minor: priceOn(contract, contract.priceChanges, now).amountMinor,
          currency: contract.currency,
        }),
      },
    ],
  );
  section(t('contact.list'), await listContacts(book.db, id), rowsOf.contact, [
    { of: ['contact.name'], heading: t('contact.field.name'), format: 'text', value: ({ name }) => name },
    { of: ['contact.title'], heading: t('contact.field.title'), format: 'text', value: ({ title }) => title },
    {
      of: ['contact.role'],
      heading: t('contact.field.role'),
      format: 'text',
      value: ({ role }) => role && t(`contact.choice.role.${role}`),
    },
    {
      of: ['contact.last_touched_on'],
      heading: t('contact.field.lastTouchedOn'),
      format: 'date',
      value: ({ lastTouchedOn }) => lastTouchedOn,
    },
  ]);
  const goals = (await listGoals(book.db, id)).filter(({ closedOn }) => closedOn === null);
  section(
    t('goal.panel'),
    goals.map((goal) => ({ ...goal, progress: goalProgress(goal, goal.readings, now) })),
    rowsOf.goal,
    [
      {
        of: ['goal.metric', 'goal.unit'],
        heading: t('goal.goal'),
        format: 'text',
        value: ({ metric, unit }) => (unit ? t('account.card.inUnit', { metric, unit }) : metric),
      },
      { of: ['goal.due_on'], heading: t('goal.due'), format: 'date', value: ({ dueOn }) => dueOn },
      {
        of: ['goal.baseline'],
        heading: t('goal.baseline'),
        format: 'figure',
        value: ({ baseline }) => baseline,
      },
      {
        of: ['goal_reading.value', 'goal_reading.read_on'],
        heading: t('goal.now'),
        format: 'figure',
        value: ({ progress }) => progress.reading?.value ?? null,
      },
      { of: ['goal.target'], heading: t('goal.target'), format: 'figure', value: ({ target }) => target },
    ],
  );
  const commitments = (await listCommitments(book.db, id)).filter(({ status }) => status === 'open');
  section(t('account.card.openCommitments'), commitments, rowsOf.commitment, [
    { of: ['commitment.text'], heading: t('commitment.text'), format: 'text', value: ({ text }) => text },
    {
      of: ['commitment.side'],
      heading: t('commitment.sideLabel'),
      format: 'text',
      value: ({ side }) => (side === 'us' ? t('account.card.us') : account.name),
    },
    {
      of: ['commitment.due_on'],
      heading: t('commitment.dueOn'),
      format: 'date',
      value: ({ due_on }) => due_on,
    },
  ]);
  // A touchpoint is how we plan to keep in touch, nothing the customer has to reach.
  const milestones = (await listMilestones(book.db, id)).filter(
    ({ kind, reachedOn, dueOn }) => kind === 'milestone' && reachedOn === null && dueOn !== null,
  );
  section(t('account.card.nextMilestones'), milestones, rowsOf.milestone, [
    {
      of: ['milestone.title', 'milestone.title_zh'],
      heading: t('milestone.kind.milestone'),
      format: 'text',
      value: ({ title, titleZh }) => (language === 'zh-CN' && titleZh) || title,
    },
    { of: ['milestone.due_on'], heading: t('task.due'), format: 'date', value: ({ dueOn }) => dueOn },
  ]);
  // Of all tasks only a review's action items are the customer's to read, and they stand in the review.
  const ofTask = ['task.title', 'task.source_noun'];
  section(
    t('account.card.openTasks'),
    await listOpenTasks(book.db, { accountId: id, limit: 50 }),
    rowsOf.task,
    [
      { of: ofTask, heading: t('task.title'), format: 'text', value: ({ title }) => title },
      {
        of: [...ofTask, 'task.owner'],
        heading: t('task.owner'),
        format: 'text',
        value: ({ owner }) => owner,
      },
      { of: [...ofTask, 'task.due_on'], heading: t('task.due'), format: 'date', value: ({ dueOn }) => dueOn },
    ],
  );
  return { name: account.name, asOf: now, facts, sections };
}

/** The name its file gets unless the user chooses another. @throws Failure record.not-found */
export async function accountCardName(book: Book, { id, audience, language }: CardWanted): Promise<string> {
  const { name } = await getAccount(book.db, id);
  const t = messagesIn(language);
  const title = t('account.card.title', { account: name });
  return fileName(audience === 'internal' ? t('qbr.internalTitle', { title }) : title);
}
