import { createCommitment, scoreCommitment } from '../commitment/query.ts';
import type { CommitmentSide, CommitmentStatus } from '../commitment/rule.ts';
import { setPaidAt, setWelcomedAt } from '../handoff/clock-query.ts';
import { acceptHandoff, returnHandoff, submitHandoff } from '../handoff/decide-query.ts';
import { gapsOf } from '../handoff/decision.ts';
import { answerField, createHandoff, editHandoff, getHandoff } from '../handoff/query.ts';
import { scoreHandoff } from '../handoff/score.ts';
import { stateAnswer } from '../handoff/source-query.ts';
import { deliveryList } from '../handoff/template.ts';
import type { Writer } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual, Language } from '../types/language.ts';
import { workingCalendar } from '../working-calendar/query.ts';
import { closedHandoffs } from './closed-handoff.ts';
import { acceptedAnswers, returnedAnswers, type SampleAnswer, waitingAnswers } from './handoff-answer.ts';
import { sampleAccountId } from './qbr.ts';

type SampleFacts = { readonly trx: Writer; readonly language: Language; readonly today: IsoDate };

/**
 * Four handoffs: one accepted with gaps, one that waits for a decision, one that sales got back twice, one still being sold;
 * those closed long ago that others are learned from; and commitments found on the way. The accounts must be there already.
 */
export async function sampleHandoffs(trx: Writer, language: Language, today: IsoDate): Promise<void> {
  const facts = { trx, language, today };
  await accepted(facts, addDays(today, -2));
  await waiting(facts);
  await returnedTwice(facts);
  await stillSelling(facts);
  await closedHandoffs(trx, language);
  for (const commitment of commitments) await tellCommitment(facts, commitment);
}

async function accepted(facts: SampleFacts, on: IsoDate): Promise<void> {
  const id = await begin(facts, 'QH-033', acceptedAnswers, { en: 'First order', 'zh-CN': '首单' });
  const { template, answers } = await getHandoff(facts.trx, id);
  const gaps = gapsOf(scoreHandoff(template, answers), on, await workingCalendar(facts.trx, on));
  await submitHandoff(facts.trx, id, addDays(on, -1));
  await acceptHandoff(facts.trx, id, {
    gaps: gaps.map((gap) => ({ ...gap, owner: seller[facts.language] })),
    reason: null,
    today: on,
  });
  const paidOn = addDays(facts.today, -4);
  await setPaidAt(facts.trx, id, `${paidOn}T02:08:00.000Z`);
  await setWelcomedAt(facts.trx, id, `${paidOn}T02:30:00.000Z`);
}

async function waiting(facts: SampleFacts): Promise<void> {
  const deal = { en: 'Assortment planning', 'zh-CN': '品类规划' };
  const id = await begin(facts, 'LH-007', waitingAnswers, deal);
  await editHandoff(facts.trx, id, {
    average_deal_minor: 6_400_000,
    sales_cycle_days: 38,
    implementation_days: 20,
  });
  const { trx, language, today } = facts;
  await answerField(trx, id, 'seats', { source: 'sales' });
  await stateAnswer(trx, id, 'seats', { source: 'crm', answer: '25', on: addDays(today, -1) });
  await stateAnswer(trx, id, 'region', {
    source: 'notes',
    answer: { en: 'Shanghai and Hangzhou', 'zh-CN': '上海、杭州' }[language],
    on: addDays(today, -1),
  });
  await answerField(trx, id, 'region', {
    source: 'customer',
    sourceReason: {
      en: 'Suzhou opened in October, after the notes were written.',
      'zh-CN': '苏州 10 月才开业，记录写在此之前。',
    }[language],
  });
  await submitHandoff(trx, id, addDays(today, -1));
}

async function returnedTwice(facts: SampleFacts): Promise<void> {
  const { trx, language, today } = facts;
  const deal = { en: 'Analytics module', 'zh-CN': '分析模块' };
  const id = await begin(facts, 'LR-040', returnedAnswers, deal);
  await submitHandoff(trx, id, addDays(today, -9));
  const reason = {
    en: 'Why they buy and what success means to them is not in it. I cannot plan the kickoff.',
    'zh-CN': '没有写购买原因和客户定义的成功\uff0c无法安排启动会。',
  }[language];
  await returnHandoff(trx, id, { reason, today: addDays(today, -8) });
  await answerField(trx, id, 'why-bought', {
    answer: {
      en: 'Three open questions of the COO need figures across hospitals.',
      'zh-CN': '首席运营官有三个跨院区的问题需要数据回答。',
    }[language],
    quality: 2,
  });
  await submitHandoff(trx, id, addDays(today, -4));
  const again = { en: 'Better. The commitments still say TBD.', 'zh-CN': '有进步。承诺部分仍是待定。' }[
    language
  ];
  await returnHandoff(trx, id, { reason: again, today: addDays(today, -3) });
}

/** A large deal that sales are about to close: the engagement rule says that CS joins now. */
async function stillSelling(facts: SampleFacts): Promise<void> {
  const deal = { en: 'Rollout to all stores', 'zh-CN': '全门店推广' };
  const answers = {
    amount: [{ en: '486000.00 CNY', 'zh-CN': '486000.00 CNY' }, 3],
    products: [{ en: 'Demand Planning for 120 stores', 'zh-CN': '需求计划，120 家门店' }, 2],
  } as const satisfies Record<string, SampleAnswer>;
  const id = await begin(facts, 'HR-102', answers, deal);
  await editHandoff(facts.trx, id, { sales_cycle_days: 95, deal_percent: 75 });
}

const seller: Bilingual = { en: 'Zhou Ming', 'zh-CN': '周明' };
const receiver: Bilingual = { en: 'Lin Yue', 'zh-CN': '林悦' };

async function begin(
  { trx, language, today }: SampleFacts,
  accountKey: string,
  answers: Readonly<Record<string, SampleAnswer>>,
  deal: Bilingual,
): Promise<number> {
  const id = await createHandoff(trx, deliveryList, {
    account_id: await sampleAccountId(trx, accountKey),
    deal: deal[language],
    seller: seller[language],
    receiver: receiver[language],
  });
  for (const [field, [answer, quality]] of Object.entries(answers)) {
    const text = typeof answer === 'number' ? addDays(today, answer) : answer[language];
    await answerField(trx, id, field, { answer: text, quality });
  }
  return id;
}

type SampleCommitment = {
  readonly account: string;
  readonly text: Bilingual;
  readonly side: CommitmentSide;
  readonly by: Bilingual;
  readonly to: Bilingual;
  readonly madeDaysAgo: number;
  readonly dueInDays: number;
  readonly status: CommitmentStatus;
};

const commitments: readonly SampleCommitment[] = [
  {
    account: 'LH-007',
    text: { en: 'Two days of training on site', 'zh-CN': '两天现场培训' },
    side: 'us',
    by: seller,
    to: { en: 'Xu Qing', 'zh-CN': '徐青' },
    madeDaysAgo: 55,
    dueInDays: 6,
    status: 'open',
  },
  {
    account: 'LH-007',
    text: { en: 'Stock data of the last two years', 'zh-CN': '提供近两年的库存数据' },
    side: 'customer',
    by: { en: 'Pan Li', 'zh-CN': '潘丽' },
    to: receiver,
    madeDaysAgo: 45,
    dueInDays: -30,
    status: 'kept',
  },
  {
    account: 'HR-102',
    text: { en: 'Shelf availability report every Monday', 'zh-CN': '每周一提供货架有货率报表' },
    side: 'us',
    by: receiver,
    to: { en: 'Mei Lin', 'zh-CN': '林梅' },
    madeDaysAgo: 90,
    dueInDays: -20,
    status: 'partly',
  },
  {
    account: 'HR-102',
    text: {
      en: 'Stock figures of all stores by the first of the month',
      'zh-CN': '每月 1 日前提供全部门店库存',
    },
    side: 'customer',
    by: { en: 'Fang Yi', 'zh-CN': '方毅' },
    to: receiver,
    madeDaysAgo: 60,
    dueInDays: -10,
    status: 'open',
  },
];

async function tellCommitment(
  { trx, language, today }: SampleFacts,
  commitment: SampleCommitment,
): Promise<void> {
  const id = await createCommitment(trx, {
    account_id: await sampleAccountId(trx, commitment.account),
    text: commitment.text[language],
    side: commitment.side,
    promised_by: commitment.by[language],
    promised_to: commitment.to[language],
    made_on: addDays(today, -commitment.madeDaysAgo),
    due_on: addDays(today, commitment.dueInDays),
    comment: null,
    source_noun: null,
    source_id: null,
  });
  if (commitment.status !== 'open')
    await scoreCommitment(trx, id, commitment.status, addDays(today, commitment.dueInDays));
}
