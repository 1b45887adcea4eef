import { describeBook } from '../book/query.ts';
import { createCommitment, scoreCommitment } from '../commitment/query.ts';
import { addReadings, createGoal } from '../goal/query.ts';
import { confirmSuccessDefinition, writeSuccessDefinition } from '../goal/success-definition-query.ts';
import { type Book, memoryBook } from '../open.ts';
import { addQbrLine } from '../qbr/line-query.ts';
import { createQbr, editQbrSection } from '../qbr/query.ts';
import { record } from '../record.ts';
import { createValueClaim } from '../value/claim-query.ts';
import { testAccount, testContract, testSettings } from './book.ts';

/** The day the review below is prepared. */
export const reviewToday = '2026-11-22';

/** A book with one account whose review has something in every part. Row numbers are large, so that they are found where they leak. */
export async function bookWithReview(): Promise<{ book: Book; accountId: number; qbrId: number }> {
  const book = await memoryBook({ now: () => new Date(`${reviewToday}T08:00:00Z`) });
  const accountId = 71_000_001;
  const qbrId = await record(book, { key: 'qbr.create' }, async (trx) => {
    await describeBook(trx, testSettings);
    await trx
      .insertInto('account')
      .values({ ...testAccount, id: accountId, name: 'Yunji Supply' })
      .execute();
    await trx
      .insertInto('contract')
      .values(testContract(accountId, { amount_minor: 48_600_000, annual_minor: 48_600_000 }))
      .execute();
    const contact = {
      account_id: accountId,
      email: null,
      phone: null,
      languages: null,
      last_touched_on: null,
    };
    const sponsor = { ...contact, role: 'sponsor', influence: 5, sentiment: 1 } as const;
    await trx
      .insertInto('contact')
      .values({ ...sponsor, id: 72_000_001, name: 'Shen Rui', title: 'VP Operations' })
      .execute();
    await writeSuccessDefinition(trx, accountId, {
      whyBought: 'Orders left the warehouse two days late',
      definition: 'Every order ships within a day',
    });
    await confirmSuccessDefinition(trx, accountId, '2026-09-03', 'Shen Rui');
    for (const [index, goal] of goals.entries()) {
      const { readings, ...facts } = goal;
      const goalId = await createGoal(trx, accountId, { ...noGoalFacts, ...facts, note: `inside ${index}` });
      await addReadings(
        trx,
        goalId,
        readings.map(([on, value]) => ({ on, value, source: 'WMS export' })),
      );
    }
    await createValueClaim(trx, accountId, { ...claim, outcome: 'Orders leave 19 hours sooner' });
    await createValueClaim(trx, accountId, {
      ...claim,
      outcome: 'Fewer stock-outs',
      signedOn: null,
      signedBy: null,
    });
    await createValueClaim(trx, accountId, { ...claim, outcome: 'Unsourced outcome', source: null });
    const commitment = { ...noCommitmentFacts, account_id: accountId, text: 'Train the returns team' };
    const commitmentId = await createCommitment(trx, {
      ...commitment,
      comment: 'we forgot',
      due_on: '2026-10-31',
    });
    await scoreCommitment(trx, commitmentId, 'broken', '2026-11-20');
    const id = await createQbr(trx, {
      accountId,
      kind: 'qbr',
      period: { from: '2026-09-01', to: '2026-11-30' },
      meetingOn: '2026-12-02',
      minutes: 60,
      place: 'Hangzhou',
    });
    await createCommitment(trx, {
      ...commitment,
      text: 'Send the training plan',
      source_noun: 'qbr',
      source_id: id,
    });
    await editQbrSection(trx, id, {
      section: 'outcomes',
      hidden: false,
      soWhat: 'Buyers act on the advice every morning.',
      talkingPoint: 'Offer returns training',
      question: 'Why did write-offs not move?',
    });
    await addQbrLine(trx, 'qbr_difficulty', id, {
      difficulty: 'Returns were never trained',
      lesson: 'Train early',
    });
    for (const section of ['usage', 'support', 'feedback'] as const)
      await addQbrLine(trx, 'qbr_figure', id, { ...figure, section, label: `Told of ${section}` });
    await addQbrLine(trx, 'qbr_figure', id, {
      ...figure,
      section: 'usage',
      label: 'Unsourced outcome',
      source: null,
    });
    for (const section of ['usage', 'risk'] as const)
      await addQbrLine(trx, 'qbr_inside_figure', id, { ...figure, section, label: `Inside ${section}` });
    await addQbrLine(trx, 'qbr_ask', id, {
      side: 'us',
      ask: 'Name a returns lead',
      askedOf: 'Shen Rui',
      dueOn: null,
    });
    await addQbrLine(trx, 'qbr_plan_line', id, {
      step: 'Train returns',
      side: 'us',
      owner: 'Lin Yue',
      dueOn: '2027-01-31',
      goalId: null,
    });
    await addQbrLine(trx, 'qbr_attendee', id, {
      side: 'customer',
      name: 'Shen Rui',
      title: 'VP Operations',
      contactId: 72_000_001,
      invitedOn: null,
      attended: null,
    });
    return id;
  });
  return { book, accountId, qbrId };
}

const figure = {
  value: 1204,
  before: 980,
  unit: 'users',
  remark: 'Second site since October',
  source: 'Usage log',
  asOf: '2026-11-18',
};
const noGoalFacts = {
  term: 'short',
  owner: 'Tang Wei',
  definedBy: null,
  confirmedOn: '2026-09-03',
  redefinedOn: null,
  note: null,
  closedOn: null,
  baselineOn: '2026-03-01',
  dueOn: '2026-12-31',
  valuePoint: 'Reorder advice',
} as const;
const goals = [
  {
    metric: 'Order-to-ship time',
    unit: 'h',
    direction: 'decrease',
    baseline: 46,
    target: 24,
    readings: [
      ['2026-08-20', 38],
      ['2026-11-18', 27],
    ],
  },
  {
    metric: 'Buyers using the advice',
    unit: '%',
    direction: 'increase',
    baseline: 0,
    target: 80,
    readings: [
      ['2026-08-20', 61],
      ['2026-11-18', 83],
    ],
  },
  {
    metric: 'Complaints held',
    unit: '',
    direction: 'decrease',
    baseline: 2,
    target: 2,
    readings: [['2026-08-20', 2.5]],
  },
] as const;
const claim = {
  goalId: null,
  promised: 'Orders leave within a day',
  period: { from: '2026-09-01', to: '2026-11-30' },
  inputs: [
    { label: 'Time saved per order', value: 19, unit: 'h' },
    { label: 'Orders', value: 2140, unit: 'orders' },
    { label: 'Cost of an hour', value: 34, unit: '¥/h' },
  ],
  currency: 'CNY',
  conversionAgreedOn: '2026-09-01',
  signedOn: '2026-11-12',
  signedBy: 'Shen Rui',
  source: 'WMS export',
  quote: 'We see it every morning.',
  note: 'finance was not in the room',
  valuePoint: 'Reorder advice',
};
const noCommitmentFacts = {
  side: 'us',
  promised_by: 'Lin Yue',
  promised_to: 'Shen Rui',
  made_on: '2026-09-03',
  due_on: '2027-01-31',
  comment: null,
  source_noun: null,
  source_id: null,
} as const;
