import { answerOfMoney } from '../handoff/answer.ts';
import {
  acceptHandoff,
  closeHandoff,
  holdKickoff,
  returnHandoff,
  settleGap,
  submitHandoff,
} from '../handoff/decide-query.ts';
import { gapsOf } from '../handoff/decision.ts';
import { answerField, createHandoff, getHandoff } from '../handoff/query.ts';
import type { Quality } from '../handoff/score.ts';
import { scoreHandoff } from '../handoff/score.ts';
import { deliveryList } from '../handoff/template.ts';
import type { Writer } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual, Language } from '../types/language.ts';
import { workingCalendar } from '../working-calendar/query.ts';
import { t } from './account-story.ts';
import { sampleAccountId } from './qbr.ts';

type ClosedHandoff = {
  readonly account: string;
  readonly seller: Bilingual;
  /** What the answers in the seller's own words are worth. */
  readonly quality: Quality;
  /** Fields that came only after it was returned for them; none where it was accepted at once. */
  readonly late: readonly string[];
  readonly why: Bilingual;
  readonly success: Bilingual;
  readonly metric: Bilingual;
  readonly baseline: Bilingual;
  readonly target: Bilingual;
  readonly users: Bilingual;
  readonly risk: Bilingual;
};

const zhouMing = t('Zhou Ming', '周明');
const chenBo = t('Chen Bo', '陈博');
const received = t('Lin Yue', '林悦');
const asked = t('Why they buy and how success is measured are missing.', '缺少购买原因和成功的衡量方式。');

/** Handoffs of deals that run for long, so that there is something to learn from: how good they were, and what came of it. */
const handoffs: readonly ClosedHandoff[] = [
  {
    account: 'ZY-021',
    seller: zhouMing,
    quality: 3,
    late: [],
    why: t('A third of the stock had not moved for a year.', '三分之一的库存一年没有动过。'),
    success: t('“Half the dead stock gone by summer” (Cao Lei)', '「夏天前呆滞库存减半」（曹磊）'),
    metric: t('Value of stock without movement, from SAP', '呆滞库存金额，取自 SAP'),
    baseline: t('18.4 million in December', '12 月 1840 万'),
    target: t('Under 9 million', '低于 900 万'),
    users: t('88 planners in two plants', '两个工厂的 88 名计划员'),
    risk: t('The plants plan by different calendars', '两个工厂的计划周期不同'),
  },
  {
    account: 'YJ-001',
    seller: zhouMing,
    quality: 2,
    late: ['metric-target', 'outcome-deadline', 'known-risks'],
    why: t('Orders left two days late and nobody could say why.', '订单晚两天才出库，没人说得清原因。'),
    success: t('“Every order leaves within a day” (Shen Rui)', '「每单一天内发出」（沈睿）'),
    metric: t('Order-to-ship time, from the WMS', '下单到发货时长，取自 WMS'),
    baseline: t('About 49 hours', '大约 49 小时'),
    target: t('Under 24 hours', '24 小时以内'),
    users: t('60 buyers and warehouse leads', '60 名采购员和仓库组长'),
    risk: t('The returns team is not in the plan', '退货组不在计划之内'),
  },
  {
    account: 'KL-055',
    seller: zhouMing,
    quality: 3,
    late: [],
    why: t('Drivers waited an hour at every depot.', '司机在每个网点要等一小时。'),
    success: t('“Nobody waits longer than a coffee” (Amy Chow)', '「等待不超过一杯咖啡的时间」（周艾米）'),
    metric: t('Minutes at the gate, from the depot log', '在门口等待的分钟数，取自网点日志'),
    baseline: t('58 minutes in April', '4 月 58 分钟'),
    target: t('15 minutes', '15 分钟'),
    users: t('54 dispatchers, three shifts', '54 名调度员，三班倒'),
    risk: t('One depot has no reliable network', '一个网点网络不稳定'),
  },
  {
    account: 'BC-014',
    seller: zhouMing,
    quality: 3,
    late: [],
    why: t('Courses were cancelled for want of a free room.', '因没有空教室而取消课程。'),
    success: t('“No course falls out for a room” (Luo Min)', '「不再因教室停课」（罗敏）'),
    metric: t('Courses cancelled a term, from the timetable', '每学期取消的课程数，取自课表'),
    baseline: t('41 last term', '上学期 41 门'),
    target: t('Under 5 a term', '每学期少于 5 门'),
    users: t('45 course planners', '45 名排课老师'),
    risk: t('The IT manager was not asked before signing', '签约前未征求信息主管意见'),
  },
  {
    account: 'NF-018',
    seller: chenBo,
    quality: 2,
    late: ['why-bought', 'success-definition', 'success-metric', 'metric-target', 'decision-makers'],
    why: t('The season’s bestsellers were sold out in week two.', '当季爆款第二周就断货。'),
    success: t('“Bestsellers in stock until the sale begins” (Wen Tao)', '「爆款卖到季末打折为止」（文涛）'),
    metric: t('Days without stock of the top fifty', '前五十款断货天数'),
    baseline: t('Not measured yet, two seasons of sales are at hand', '尚未测量，有两季销售数据'),
    target: t('Half of it', '减半'),
    users: t('Eight buyers', '8 名买手'),
    risk: t('Everything hangs by the buyer', '全靠一位采购负责人'),
  },
  {
    account: 'PF-029',
    seller: chenBo,
    quality: 2,
    late: ['success-metric', 'metric-target', 'promised-features'],
    why: t('Fresh goods were thrown away every Monday.', '每周一都在扔生鲜。'),
    success: t('“Waste under 3 % without emptier shelves” (Ren Jia)', '「损耗低于 3%，货架不空」（任佳）'),
    metric: t('Waste of fresh goods, monthly sheet', '生鲜损耗率，取自每月损耗表'),
    baseline: t('6.2 % in April', '4 月 6.2%'),
    target: t('Under 3 %', '低于 3%'),
    users: t('28 planners and store managers', '28 名计划员和店长'),
    risk: t('The planner keeps his own sheet', '计划员仍用自己的表格'),
  },
];

/** Taken over, kicked off and closed months ago. The accounts and their contracts must be there already. */
export async function closedHandoffs(trx: Writer, language: Language): Promise<void> {
  for (const handoff of handoffs) await closed(trx, language, handoff);
}

async function closed(trx: Writer, language: Language, handoff: ClosedHandoff): Promise<void> {
  const accountId = await sampleAccountId(trx, handoff.account);
  const { startOn, answers } = await answersOf(trx, language, accountId, handoff);
  const id = await createHandoff(trx, deliveryList, {
    account_id: accountId,
    deal: t('First order', '首单')[language],
    seller: handoff.seller[language],
    receiver: received[language],
  });
  for (const [field, answer, quality] of answers)
    if (!handoff.late.includes(field)) await answerField(trx, id, field, { answer, quality });
  await submitHandoff(trx, id, addDays(startOn, -9));
  if (handoff.late.length > 0) {
    await returnHandoff(trx, id, { reason: asked[language], today: addDays(startOn, -8) });
    for (const [field, answer, quality] of answers)
      if (handoff.late.includes(field)) await answerField(trx, id, field, { answer, quality });
    await submitHandoff(trx, id, addDays(startOn, -4));
  }
  const acceptedOn = addDays(startOn, -3);
  const { template, answers: judged } = await getHandoff(trx, id);
  const gaps = gapsOf(scoreHandoff(template, judged), acceptedOn, await workingCalendar(trx, acceptedOn));
  await acceptHandoff(trx, id, {
    gaps: gaps.map((gap) => ({ ...gap, owner: handoff.seller[language] })),
    reason: null,
    today: acceptedOn,
  });
  for (const gap of (await getHandoff(trx, id)).gaps) await settleGap(trx, gap.id, gap.dueOn);
  await holdKickoff(trx, id, addDays(startOn, 3));
  await closeHandoff(trx, id, addDays(startOn, 20));
}

type Answered = readonly [field: string, answer: string, quality: Quality];

/** What the account's first contract, its contacts and the seller's own words say. */
async function answersOf(
  trx: Writer,
  language: Language,
  accountId: number,
  { quality, ...reported }: ClosedHandoff,
): Promise<{ startOn: IsoDate; answers: readonly Answered[] }> {
  const { industry, region, product, seats, amount_minor, currency, start_on, end_on } = await trx
    .selectFrom('contract')
    .innerJoin('account', 'account.id', 'contract.account_id')
    .select(['account.industry', 'account.region', 'contract.product', 'contract.seats'])
    .select(['amount_minor', 'currency', 'start_on', 'end_on'])
    .where('account_id', '=', accountId)
    .orderBy('start_on')
    .limit(1)
    .executeTakeFirstOrThrow();
  const contacts = await trx
    .selectFrom('contact')
    .select(['name', 'title'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute();
  const [sponsor, champion = sponsor] = contacts.map(({ name, title }) => `${name}, ${title}`);
  const say = (field: string, text: Bilingual): Answered => [field, text[language], quality];
  const know = (field: string, text: string | null | undefined): Answered => [field, text ?? '', 3];
  const answers = [
    know('industry', industry),
    know('size', '200-999'),
    know('region', region),
    say('organisation', t('Operations pays, IT is heard', '由运营部出预算，信息部会签')),
    say('existing-systems', t('Their ERP stays, the spreadsheets go', '保留 ERP，停用电子表格')),
    know('products', product),
    know('plan', t('Professional', '专业版')[language]),
    know('seats', seats === null ? '' : String(seats)),
    know('amount', answerOfMoney({ minor: amount_minor, currency })),
    know('term', '12'),
    know('start', start_on),
    know('end', end_on),
    know('first-payment', start_on),
    know('payment-schedule', t('All paid in advance', '一次性预付')[language]),
    know('discounts', t('List price', '按标准价')[language]),
    know('special-terms', t('Standard contract', '标准合同')[language]),
    say('integrations', t('Orders and stock by file, every night', '订单和库存每晚以文件传送')),
    say('data-migration', t('Two years of sales as CSV', '两年销售数据，CSV 格式')),
    say('why-bought', reported.why),
    say('success-definition', reported.success),
    say('success-metric', reported.metric),
    say('metric-baseline', reported.baseline),
    say('metric-target', reported.target),
    know('outcome-deadline', addDays(start_on, 120)),
    say('value-points', t('What to order, every morning', '每天早上知道该订什么')),
    know('success-potential', 'several-teams'),
    know('sponsor', sponsor),
    know('champion', champion),
    say('users', reported.users),
    say('decision-makers', t('The sponsor and purchasing', '决策人和采购部')),
    say('decision-process', t('Trial of four weeks, then signed', '试用四周后签约')),
    say('promised-features', t('Nothing beyond the standard product', '除标准功能外没有其他约定')),
    say('promised-dates', t('In use by the whole team in 60 days', '60 天内全员使用')),
    say('competitors', t('A spreadsheet and the ERP’s own module', '电子表格和 ERP 自带模块')),
    say('known-risks', reported.risk),
  ];
  return { startOn: start_on, answers };
}
