import type { Quality } from '../domain/handoff-score.ts';
import type { Bilingual } from '../domain/language.ts';

/** An answer in both languages, or a day counted from today, with its quality once judged. */
export type SampleAnswer = readonly [answer: Bilingual | number, quality: Quality | null];

const say = (en: string, zh: string, quality: Quality | null = null): SampleAnswer => [
  { en, 'zh-CN': zh },
  quality,
];
const pick = (key: string, quality: Quality | null = null): SampleAnswer => say(key, key, quality);
/** A day counted from today. */
const day = (days: number, quality: Quality | null = null): SampleAnswer => [days, quality];

/** Good enough to start with, and not quite complete. */
export const acceptedAnswers: Readonly<Record<string, SampleAnswer>> = {
  industry: say('Health: 14 pharmacies with own warehouse', '医疗健康：14 家自营药房，自有仓库', 3),
  size: pick('200-999', 3),
  region: say('Shanghai, Hangzhou, Suzhou', '上海、杭州、苏州', 3),
  organisation: say(
    'Supply reports to the COO; the supply budget pays',
    '供应部向首席运营官汇报，由供应部出预算',
    2,
  ),
  'existing-systems': say(
    'Yonyou U8 stays; the Excel reorder sheets go',
    '用友 U8 保留，Excel 补货表停用',
    3,
  ),
  products: say('Demand Planning, 30 seats', '需求计划 30 席', 3),
  plan: say('Professional', '专业版', 3),
  seats: pick('30', 3),
  amount: pick('215000.00 CNY', 3),
  term: pick('12', 3),
  start: day(-53, 3),
  end: day(312, 3),
  'first-payment': day(-53, 3),
  'payment-schedule': say('All paid in advance', '一次性预付', 3),
  discounts: say('8 % for payment in advance, this term only', '预付优惠 8%，仅限本期', 3),
  'special-terms': say('Standard contract', '标准合同', 3),
  integrations: say(
    'Yonyou U8, stock and orders, one way each night',
    '用友 U8：库存和订单，每晚单向同步',
    2,
  ),
  'data-migration': say('Two years of sales history as CSV', '两年销售历史，CSV 格式', 2),
  'it-contact': say('Mr Shao', '邵工', 1),
  'why-bought': say(
    'A vaccine stock-out in July was in the local news; the COO wants it never again.',
    '7 月疫苗缺货上了本地新闻，首席运营官要求不再发生。',
    3,
  ),
  'success-definition': say(
    '“When nobody has to call the warehouse at night any more” (Xu Qing)',
    '「晚上不用再打电话问仓库，就算成了」（徐青）',
    3,
  ),
  'success-metric': say(
    'Stock-outs of listed medicines per month, from U8',
    '目录药品月缺货次数，取自 U8',
    3,
  ),
  'metric-baseline': say('About 20', '大约 20 次', 1),
  'metric-target': say('Under 5 a month', '每月少于 5 次', 2),
  'outcome-deadline': day(60, 3),
  'value-points': say('Fewer stock-outs; less stock tied up', '减少缺货；降低库存占用', 2),
  'success-potential': pick('several-teams', 3),
  challenges: say('Planners have never worked with forecasts', '计划员从未用过预测', 2),
  sponsor: say('Xu Qing, Supply Director, xu.qing@lumen.example', '徐青，供应总监，xu.qing@lumen.example', 3),
  champion: say('Pan Li, planner, writes every day', '潘丽，计划员，每天都有联系', 2),
  detractor: say(
    'No known detractors, Zhou Ming, asked around on 2026-09-20',
    '没有反对者，周明，2026-09-20 已逐一询问',
    2,
  ),
  users: say('30 planners and pharmacists, used to Excel', '30 名计划员和药师，习惯用 Excel', 2),
  'decision-makers': say('Xu Qing, the COO, purchasing', '徐青、首席运营官、采购', 2),
  'decision-process': say(
    'Four weeks of trial in one pharmacy against a rival',
    '在一家药房与竞品对比试用四周',
    2,
  ),
  'promised-features': say(
    'Nothing beyond the standard product was promised, Zhou Ming',
    '除标准功能外没有其他功能方面的口头约定，周明',
    2,
  ),
  'promised-dates': say('First pharmacy live within three weeks', '三周内首家药房上线', 2),
  'promised-services': say('Two days of training on site, to Xu Qing', '两天现场培训，对徐青承诺', 3),
  competitors: say('A rival’s forecast was better for vaccines; dearer', '竞品疫苗预测更准，但更贵', 2),
  'known-risks': say('Mr Shao leaves at the end of the year', '邵工年底离职', 2),
};

/** Complete where it counts, thin in places, nothing judged by hand yet but the vague ones. */
export const waitingAnswers: Readonly<Record<string, SampleAnswer>> = {
  industry: say('Wholesale: fresh produce, two markets', '批发：生鲜，两个市场', 3),
  size: pick('50-199', 3),
  region: say('Qingdao', '青岛', 2),
  'existing-systems': say('Paper, and a WeChat group per market', '纸质单据，每个市场一个微信群', 3),
  products: say('Operations Platform, 12 seats', '运营平台 12 席', 3),
  plan: say('Basic', '基础版', 3),
  seats: pick('12', 3),
  amount: pick('96000.00 CNY', 3),
  term: pick('12', 3),
  start: day(-41, 3),
  end: day(324, 3),
  'first-payment': day(-20, 3),
  'payment-schedule': say('Second half in April', '4 月支付另一半', 2),
  discounts: say('List price', '按标准价', 3),
  'special-terms': say('TBD', '待定'),
  integrations: say('No integration planned', '不做集成', 3),
  'data-migration': say(
    'Stall list from the old system; export still open',
    '旧系统的摊位清单，导出尚未完成',
    2,
  ),
  'why-bought': say(
    'Disputes with stall holders over weights; the owner lost two of the biggest.',
    '与摊主的重量纠纷，老板因此失去两家最大的摊主。',
    3,
  ),
  'success-definition': say(
    '“One month without a dispute at the gate” (Gao Shan)',
    '「一个月门口没有一起纠纷」（高山）',
    3,
  ),
  'success-metric': say('Disputes a month, from the gate log', '月纠纷数，取自门岗登记', 3),
  'metric-baseline': say('31 in September, gate log', '9 月 31 起，门岗登记', 3),
  'metric-target': say('Under 5', '少于 5 起', 2),
  'outcome-deadline': day(120, 3),
  'value-points': say('Weights everyone can check', '人人可查的称重记录', 2),
  'success-potential': pick('one-team', 3),
  sponsor: say('Gao Shan, General Manager, 139 0000 0000', '高山，总经理，139 0000 0000', 3),
  champion: say('Gao Shan', '高山', 1),
  users: say('Twelve gate keepers, two shifts', '12 名门岗，两班倒', 2),
  'decision-makers': say('Gao Shan alone', '高山一人决定', 3),
  'decision-process': say(
    'Saw it at a friend’s market, signed within a week',
    '在朋友的市场看到后一周内签约',
    2,
  ),
  'promised-features': say('Weighbridge tickets by WeChat, said Zhou Ming', '周明承诺：磅单可发微信', 2),
  'promised-dates': say('Live before the spring festival', '春节前上线', 2),
  'promised-services': say('N/A', '无'),
  competitors: say('Nobody else was asked', '没有询问其他供应商', 2),
  'known-risks': say('Gate keepers change every few months', '门岗人员几个月一换', 2),
};

/** What comes back when a deal is handed over on the last day of the quarter. */
export const returnedAnswers: Readonly<Record<string, SampleAnswer>> = {
  industry: say('Health: three hospitals', '医疗健康：三家医院', 2),
  size: pick('1000-4999', 3),
  products: say('Analytics module', '分析模块', 3),
  plan: say('Enterprise', '企业版', 3),
  seats: pick('20', 3),
  amount: pick('180000.00 CNY', 3),
  term: pick('12', 3),
  start: day(10, 3),
  end: day(374, 3),
  'first-payment': say('pending', '待定'),
  integrations: say('Uses the existing data', '使用现有数据', 2),
  'why-bought': say('TBD', '待定'),
  'success-definition': say('unknown', '不清楚'),
  'success-metric': say('Reports in time', '报表及时', 1),
  'outcome-deadline': day(100, 2),
  'value-points': say('Analytics', '分析', 1),
  sponsor: say('Bai Xue, Chief Operating Officer, by phone', '白雪，首席运营官，电话联系', 2),
  champion: say('Qiu Hao, Analytics Lead', '邱浩，数据负责人', 2),
  users: say('Analysts', '分析员', 1),
  'decision-makers': say('Bai Xue and Qiu Hao', '白雪和邱浩', 2),
  'promised-features': say('TBD', '待定'),
  'promised-dates': say('TBD', '待定'),
  'known-risks': say('No known risks', '无已知风险'),
};
