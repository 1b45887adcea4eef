import type { Quality } from '../handoff/score.ts';
import type { Bilingual } from '../types/language.ts';

/** An answer in both languages, or a day counted from today, with its quality once judged. */
export type SampleAnswer = readonly [answer: Bilingual | number, quality: Quality | null];

const say = (en: string, zh: string, quality: Quality | null = null): SampleAnswer => [
  { en, 'zh-CN': zh },
  quality,
];
const pick = (key: string, quality: Quality | null = null): SampleAnswer => say(key, key, quality);
/** A day counted from today. */
const day = (days: number, quality: Quality | null = null): SampleAnswer => [days, quality];

/** Good enough to start with: what counts is there, the rest follows. */
export const acceptedAnswers: Readonly<Record<string, SampleAnswer>> = {
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
  'first-payment': day(-4, 3),
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

/** Complete where it counts, thin in places. */
export const waitingAnswers: Readonly<Record<string, SampleAnswer>> = {
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
  products: say(
    'Assortment Planning, 30 seats, on top of Demand Planning',
    '品类规划 30 席，在需求计划之外加购',
    3,
  ),
  plan: say('Professional', '专业版', 3),
  seats: pick('30', 3),
  amount: pick('64000.00 CNY', 3),
  term: pick('12', 3),
  start: day(9, 3),
  end: day(312, 3),
  'first-payment': day(9, 3),
  'payment-schedule': say('All paid in advance', '一次性预付', 3),
  discounts: say('8 % for payment in advance, this term only', '预付优惠 8%，仅限本期', 3),
  'special-terms': say('Standard contract', '标准合同', 3),
  integrations: say('None new: it uses the stock data from Yonyou U8', '无需新增，沿用用友 U8 的库存数据', 2),
  'data-migration': say('Expiry dates of two years as CSV', '两年的效期数据，CSV 格式', 2),
  'it-contact': say('Mr Shao', '邵工', 1),
  'why-bought': say(
    'The first stock-out was prevented; now expired medicine is what costs most.',
    '第一次缺货已避免，现在过期药品的损失最大。',
    3,
  ),
  'success-definition': say(
    '“When the bin for expired boxes stays empty for a quarter” (Xu Qing)',
    '「过期药箱空一个季度，就算成了」（徐青）',
    3,
  ),
  'success-metric': say('Value of expired medicine per month, from U8', '每月过期药品金额，取自 U8', 3),
  'metric-baseline': say('About 40,000', '大约 4 万', 1),
  'metric-target': say('Under 10,000 a month', '每月低于 1 万', 2),
  'outcome-deadline': day(120, 3),
  'value-points': say('Less write-off; shelf space for what sells', '减少报损；把货架留给畅销品', 2),
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
    'Signed on the strength of the first module, no rival asked',
    '凭首个模块的效果直接签约，未询竞品',
    2,
  ),
  'promised-features': say(
    'Nothing beyond the standard product was promised, Zhou Ming',
    '除标准功能外没有其他功能方面的口头约定，周明',
    2,
  ),
  'promised-dates': say('First list of slow movers within two weeks', '两周内给出首份滞销清单', 2),
  'promised-services': say('One day of training, to Xu Qing', '一天培训，对徐青承诺', 3),
  competitors: say('None this time', '这次没有竞品参与', 2),
  'known-risks': say('Mr Shao leaves at the end of the year', '邵工年底离职', 2),
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
