import { addReadings, createGoal } from '../goal/query.ts';
import type { GoalDirection, GoalTerm } from '../goal/rule.ts';
import { confirmSuccessDefinition, writeSuccessDefinition } from '../goal/success-definition-query.ts';
import { lastPeriod } from '../qbr/period.ts';
import type { Writer } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual, Language } from '../types/language.ts';
import { createValueClaim } from '../value/claim-query.ts';
import { sampleAccountId } from './qbr.ts';

/** Days count from today, the past negative. */
type Story = {
  readonly key: string;
  readonly whyBought: Bilingual;
  readonly success: Bilingual;
  readonly confirmed: { readonly day: number; readonly by: Bilingual } | null;
  readonly goals: readonly GoalStory[];
  readonly claims: readonly ClaimStory[];
};
type GoalStory = {
  readonly metric: Bilingual;
  readonly unit: Bilingual;
  readonly point: Bilingual;
  readonly term: GoalTerm;
  readonly direction: GoalDirection;
  readonly from: number;
  readonly to: number;
  readonly fromDay: number;
  readonly dueDay: number;
  readonly owner: Bilingual;
  readonly source: Bilingual | null;
  readonly readings: readonly (readonly [day: number, value: number])[];
  readonly note?: Bilingual;
};
type ClaimStory = {
  readonly outcome: Bilingual;
  readonly point: Bilingual;
  readonly promised: Bilingual;
  readonly fromDay: number;
  readonly toDay: number;
  readonly inputs: readonly (readonly [label: Bilingual, value: number | null, unit: Bilingual])[];
  readonly agreedDay: number | null;
  /** In the last whole quarter where no day is given: what management is shown first has something to count. */
  readonly signed: { readonly day?: number; readonly by: Bilingual } | null;
  readonly source: Bilingual | null;
  readonly quote?: Bilingual;
};

const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });
const none = t('', '');
const advice = t('Reorder advice', '补货建议');
const availability = t('Shelf availability', '货架有货率');
const waste = t('Less waste', '减少损耗');
const wms = t('WMS export', 'WMS 导出');
const pos = t('Till system', '收银系统');

const stories: readonly Story[] = [
  {
    key: 'YJ-001',
    whyBought: t(
      'Orders left the warehouse two days late and nobody could say why.',
      '订单晚两天才出库，没人说得清原因。',
    ),
    success: t(
      'Every order ships within a day, with fewer people chasing stock.',
      '每单一天内发出，追货的人更少。',
    ),
    confirmed: { day: -80, by: t('Shen Rui', '沈睿') },
    goals: [
      {
        metric: t('Order-to-ship time', '下单到发货时长'),
        unit: t('h', '小时'),
        point: advice,
        term: 'short',
        direction: 'decrease',
        from: 46,
        to: 24,
        fromDay: -260,
        dueDay: 40,
        owner: t('Tang Wei', '唐薇'),
        source: wms,
        readings: [
          [-230, 45],
          [-170, 41],
          [-110, 36],
          [-64, 31],
          [-4, 27],
        ],
      },
      {
        metric: t('Stock-outs a month', '每月缺货次数'),
        unit: none,
        point: advice,
        term: 'short',
        direction: 'decrease',
        from: 120,
        to: 60,
        fromDay: -260,
        dueDay: 40,
        owner: t('Tang Wei', '唐薇'),
        source: wms,
        readings: [
          [-230, 118],
          [-170, 110],
          [-110, 99],
          [-64, 92],
          [-4, 81],
        ],
      },
      {
        metric: t('Buyers using reorder advice', '使用补货建议的采购员'),
        unit: t('%', '%'),
        point: advice,
        term: 'short',
        direction: 'increase',
        from: 0,
        to: 80,
        fromDay: -260,
        dueDay: 40,
        owner: t('Tang Wei', '唐薇'),
        source: t('Usage log', '使用日志'),
        readings: [
          [-230, 12],
          [-170, 35],
          [-110, 58],
          [-64, 71],
          [-4, 83],
        ],
      },
      {
        metric: t('Write-offs', '报损金额'),
        unit: t('k¥', '千元'),
        point: waste,
        term: 'long',
        direction: 'decrease',
        from: 310,
        to: 180,
        fromDay: -260,
        dueDay: 40,
        owner: t('He Jun', '何军'),
        source: t('Finance report', '财务报表'),
        readings: [
          [-230, 312],
          [-150, 305],
          [-76, 298],
        ],
        note: t('He Jun blames the system; he has never opened it.', '何军归咎于系统，但从未用过。'),
      },
    ],
    claims: [
      {
        outcome: t('Orders leave 19 hours sooner', '订单提前 19 小时发出'),
        point: advice,
        promised: t('Orders leave within a day', '一天内发货'),
        fromDay: -230,
        toDay: -4,
        inputs: [
          [t('Time saved per order', '每单节省时间'), 19, t('h', '小时')],
          [t('Orders', '订单数'), 2140, t('orders', '单')],
          [t('Cost of an hour', '每小时成本'), 34, t('¥/h', '元/小时')],
        ],
        agreedDay: -90,
        signed: { day: -10, by: t('Shen Rui', '沈睿') },
        source: wms,
        quote: t('We see it every morning on the dock.', '每天早上在月台都看得到。'),
      },
      {
        outcome: t('39 fewer stock-outs a month', '每月少缺货 39 次'),
        point: advice,
        promised: t('Half the stock-outs', '缺货减半'),
        fromDay: -64,
        toDay: -4,
        inputs: [
          [t('Stock-outs avoided', '避免的缺货'), 78, t('stock-outs', '次')],
          [t('Margin of each', '每次毛利'), null, t('¥', '元')],
        ],
        agreedDay: null,
        signed: null,
        source: wms,
      },
      {
        outcome: t('One buyer less was hired', '少招一名采购员'),
        point: advice,
        promised: none,
        fromDay: -64,
        toDay: -4,
        inputs: [
          [t('Months', '月数'), 2, t('months', '个月')],
          [t('Salary', '月薪'), 9500, t('¥', '元')],
        ],
        agreedDay: -30,
        signed: null,
        source: null,
      },
    ],
  },
  {
    key: 'HR-102',
    whyBought: t('Shelves were empty while the warehouse was full.', '仓库是满的，货架却是空的。'),
    success: t('97 % of shelves stocked at opening.', '开店时货架有货率 97%。'),
    confirmed: { day: -240, by: t('Mei Lin', '林梅') },
    goals: [
      {
        metric: t('Shelf availability at opening', '开店时货架有货率'),
        unit: t('%', '%'),
        point: availability,
        term: 'long',
        direction: 'increase',
        from: 88,
        to: 97,
        fromDay: -330,
        dueDay: 39,
        owner: t('Oliver Grant', '葛一凡'),
        source: pos,
        readings: [
          [-240, 89],
          [-150, 91],
          [-75, 91.5],
        ],
      },
      {
        metric: t('Stores using the morning list', '使用晨间清单的门店'),
        unit: t('stores', '家'),
        point: availability,
        term: 'short',
        direction: 'increase',
        from: 0,
        to: 64,
        fromDay: -330,
        dueDay: 39,
        owner: t('Oliver Grant', '葛一凡'),
        source: t('Usage log', '使用日志'),
        readings: [
          [-240, 22],
          [-120, 47],
          [-12, 61],
        ],
      },
      {
        metric: t('Emergency deliveries a week', '每周紧急补货次数'),
        unit: none,
        point: availability,
        term: 'short',
        direction: 'decrease',
        from: 31,
        to: 12,
        fromDay: -330,
        dueDay: 39,
        owner: t('Fang Yi', '方毅'),
        source: null,
        readings: [
          [-240, 30],
          [-12, 26],
        ],
      },
    ],
    claims: [
      {
        outcome: t('Fewer emergency deliveries', '紧急补货减少'),
        point: availability,
        promised: t('Half the emergency deliveries', '紧急补货减半'),
        fromDay: -240,
        toDay: -70,
        inputs: [
          [t('Deliveries avoided', '避免的补货'), 96, t('deliveries', '次')],
          [t('Cost of each', '每次成本'), 640, t('¥', '元')],
        ],
        agreedDay: -200,
        signed: { by: t('Oliver Grant', '葛一凡') },
        source: pos,
      },
    ],
  },
  {
    key: 'PF-029',
    whyBought: t('Fresh goods were thrown away every Monday.', '每周一都在扔生鲜。'),
    success: t('Waste under 3 % without emptier shelves.', '损耗低于 3%，货架不空。'),
    confirmed: null,
    goals: [
      {
        metric: t('Waste of fresh goods', '生鲜损耗率'),
        unit: t('%', '%'),
        point: waste,
        term: 'short',
        direction: 'decrease',
        from: 6.2,
        to: 3,
        fromDay: -200,
        dueDay: 159,
        owner: t('Ren Jia', '任佳'),
        source: t('Monthly waste sheet', '每月损耗表'),
        readings: [
          [-180, 6.1],
          [-120, 5.2],
          [-66, 4.6],
        ],
      },
      {
        metric: t('Complaints about empty shelves', '空架投诉'),
        unit: t('a month', '次/月'),
        point: availability,
        term: 'short',
        direction: 'decrease',
        from: 4,
        to: 4,
        fromDay: -200,
        dueDay: 159,
        owner: t('Guo Peng', '郭鹏'),
        source: t('Service desk', '服务台'),
        readings: [
          [-100, 4],
          [-22, 3],
        ],
      },
    ],
    claims: [],
  },
];

/** What three of the sample's customers want, how far they have come, and what it was worth. */
export async function sampleGoals(trx: Writer, language: Language, today: IsoDate): Promise<void> {
  for (const story of stories) {
    const accountId = await sampleAccountId(trx, story.key);
    const on = (day: number) => addDays(today, day);
    await writeSuccessDefinition(trx, accountId, {
      whyBought: story.whyBought[language],
      definition: story.success[language],
    });
    if (story.confirmed)
      await confirmSuccessDefinition(trx, accountId, on(story.confirmed.day), story.confirmed.by[language]);
    for (const goal of story.goals) await tellGoal(trx, accountId, goal, language, on);
    for (const claim of story.claims) await tellClaim(trx, accountId, claim, language, on);
  }
}

type Days = (day: number) => IsoDate;

function signingDay(today: IsoDate): IsoDate {
  return addDays(lastPeriod('qbr', today, 1).to, -16);
}

async function tellGoal(trx: Writer, accountId: number, goal: GoalStory, language: Language, on: Days) {
  const id = await createGoal(trx, accountId, {
    metric: goal.metric[language],
    unit: goal.unit[language],
    valuePoint: goal.point[language],
    term: goal.term,
    direction: goal.direction,
    baseline: goal.from,
    baselineOn: on(goal.fromDay),
    target: goal.to,
    dueOn: on(goal.dueDay),
    owner: goal.owner[language],
    definedBy: goal.owner[language],
    confirmedOn: on(goal.fromDay + 20),
    redefinedOn: null,
    note: goal.note?.[language] ?? null,
    closedOn: null,
  });
  const source = goal.source?.[language] ?? null;
  await addReadings(
    trx,
    id,
    goal.readings.map(([day, value]) => ({ on: on(day), value, source })),
  );
}

async function tellClaim(trx: Writer, accountId: number, claim: ClaimStory, language: Language, on: Days) {
  await createValueClaim(trx, accountId, {
    outcome: claim.outcome[language],
    valuePoint: claim.point[language],
    goalId: null,
    promised: claim.promised[language] || null,
    period: { from: on(claim.fromDay), to: on(claim.toDay) },
    inputs: claim.inputs.map(([label, value, unit]) => ({
      label: label[language],
      value,
      unit: unit[language],
    })),
    currency: 'CNY',
    conversionAgreedOn: claim.agreedDay === null ? null : on(claim.agreedDay),
    signedOn: claim.signed && (claim.signed.day === undefined ? signingDay(on(0)) : on(claim.signed.day)),
    signedBy: claim.signed?.by[language] ?? null,
    source: claim.source?.[language] ?? null,
    quote: claim.quote?.[language] ?? null,
    note: null,
  });
}
