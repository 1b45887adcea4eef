import type { Writer } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual, Language } from '../types/language.ts';
import { setValueState } from '../value/account-point-query.ts';
import type { ProofDirection, ValueState } from '../value/point.ts';
import { valuePointNamed } from '../value/point-query.ts';
import { createProposition, editValuePoint } from '../value/proposition-query.ts';

type PropositionStory = {
  readonly product: Bilingual;
  readonly sentence: Bilingual;
  readonly audience: Bilingual;
  readonly change: Bilingual;
  readonly benefit: Bilingual;
  readonly advantage: Bilingual;
  readonly points: readonly PointStory[];
};
type PointStory = {
  readonly name: Bilingual;
  readonly metric: Bilingual;
  readonly unit: Bilingual | null;
  readonly direction: ProofDirection;
  readonly modules: readonly Bilingual[];
  readonly services: readonly Bilingual[];
  readonly practices: readonly Bilingual[];
  readonly offers: readonly Bilingual[];
  /** How far it has come, by the accounts' keys, with the days since. */
  readonly accounts: readonly (readonly [
    key: string,
    state: ValueState,
    daysAgo: number,
    note?: Bilingual,
  ])[];
};

const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });
const percent = t('%', '%');

const stories: readonly PropositionStory[] = [
  {
    product: t('Demand Planning', '需求计划'),
    sentence: t(
      'Buyers order the right amount every morning, so that shelves are full and less is thrown away.',
      '采购员每天早上订对货，货架不缺、报损更少。',
    ),
    audience: t(
      'Purchasing and supply teams with more than 2,000 products',
      '商品数超过 2,000 的采购与供应团队',
    ),
    change: t(
      'From a spreadsheet and a feeling to one list with a reason per line',
      '从表格加感觉，变成一张清单，每行都有理由',
    ),
    benefit: t(
      'Stock-outs down by a third to a half within two quarters',
      '两个季度内缺货减少三分之一到一半',
    ),
    advantage: t(
      'Explains each advice in words; two customers left a competitor because nobody trusted its numbers',
      '每条建议都能用文字解释；两家客户因为不信对手的数字而换了过来',
    ),
    points: [
      {
        name: t('Reorder advice', '补货建议'),
        metric: t('Stock-outs a month', '每月缺货次数'),
        unit: null,
        direction: 'decrease',
        modules: [t('Forecast', '预测'), t('Order list', '订货清单')],
        services: [t('Data clean-up', '数据整理')],
        practices: [t('Morning review of ten minutes', '十分钟晨会')],
        offers: [t('More sites', '增加站点')],
        accounts: [
          ['YJ-001', 'proven', 80],
          ['LH-007', 'adopted', 12, t('First stock-out prevented.', '避免了第一次缺货。')],
          ['ZY-021', 'adopted', 150],
          ['LR-040', 'proven', 60, t('Told at the spring event, not signed.', '春季活动上讲过，未签字。')],
          ['PF-029', 'sold', 200, t('Planner still works in the old sheet.', '计划员仍用旧表格。')],
        ],
      },
      {
        name: t('Less waste', '减少损耗'),
        metric: t('Write-offs', '报损金额'),
        unit: t('k¥', '千元'),
        direction: 'decrease',
        modules: [t('Shelf life', '保质期管理')],
        services: [t('Returns training', '退货培训')],
        practices: [t('Weekly list of what expires', '每周到期清单')],
        offers: [],
        accounts: [
          ['YJ-001', 'sold', 260, t('Returns team was never trained.', '退货组从未受训。')],
          ['LR-040', 'adopted', 120],
          ['PF-029', 'needed', 40],
          ['QH-033', 'needed', 20],
        ],
      },
      {
        name: t('Lower inventory', '降低库存'),
        metric: t('Days of inventory', '库存天数'),
        unit: t('days', '天'),
        direction: 'decrease',
        modules: [t('Safety stock', '安全库存')],
        services: [],
        practices: [t('Quarterly review of safety stock', '每季复核安全库存')],
        offers: [t('Analytics', '分析模块')],
        accounts: [
          [
            'ZY-021',
            'adopted',
            190,
            t('They ask for proof before the notice deadline.', '通知期前要看到证明。'),
          ],
          ['LR-040', 'needed', 4],
          ['LH-007', 'needed', 30],
        ],
      },
    ],
  },
  {
    product: t('Operations Platform', '运营平台'),
    sentence: t(
      'Store and site managers see each morning what needs doing, and headquarters sees that it was done.',
      '门店和站点负责人每天早上知道该做什么，总部看得到做完没有。',
    ),
    audience: t('Operations leaders with 20 to 500 sites', '拥有 20 到 500 个站点的运营负责人'),
    change: t('From phone calls and chat groups to one list per site', '从电话和群聊，变成每个站点一张清单'),
    benefit: t(
      'Shelf availability up by 3 to 6 points in half a year',
      '半年内货架有货率提高 3 到 6 个百分点',
    ),
    advantage: t(
      'Works without a network in the back room; the store managers ask for it themselves',
      '库房没有网络也能用，店长自己要用',
    ),
    points: [
      {
        name: t('Shelf availability', '货架有货率'),
        metric: t('Shelf availability', '货架有货率'),
        unit: percent,
        direction: 'increase',
        modules: [t('Morning list', '晨间清单'), t('Photo check', '拍照检查')],
        services: [t('Store roll-out', '门店推广')],
        practices: [t('First round before opening', '开门前巡一遍')],
        offers: [t('More sites', '增加站点')],
        accounts: [
          [
            'HR-102',
            'adopted',
            300,
            t('Store managers use it, headquarters does not look.', '店长在用，总部没人看。'),
          ],
          ['NF-018', 'sold', 220, t('Unused since the buyer left.', '采购负责人离职后没人用。')],
          ['QH-033', 'sold', 20],
        ],
      },
      {
        name: t('Tasks done on time', '任务按时完成'),
        metric: t('Tasks done by noon', '中午前完成的任务'),
        unit: percent,
        direction: 'increase',
        modules: [t('Task board', '任务看板')],
        services: [t('Team lead coaching', '班组长辅导')],
        practices: [t('Noon check', '中午检查')],
        offers: [],
        accounts: [
          ['KL-055', 'proven', 40],
          ['BC-014', 'adopted', 90],
          ['HR-102', 'sold', 300],
        ],
      },
      {
        name: t('One figure for headquarters', '总部一个口径'),
        metric: t('Hours spent on the weekly report', '周报耗时'),
        unit: t('h', '小时'),
        direction: 'decrease',
        modules: [t('Report builder', '报表')],
        services: [],
        practices: [t('Report retired after a month in parallel', '并行一个月后停用旧报表')],
        offers: [t('Analytics', '分析模块')],
        accounts: [
          ['HR-102', 'needed', 41, t('Sponsor asked for it.', '决策人提出。')],
          ['KL-055', 'adopted', 70],
          ['BC-014', 'needed', 33],
        ],
      },
    ],
  },
];

/** What the two products are worth having for, and how far each value point has come with whom. */
export async function sampleValuePoints(trx: Writer, language: Language, today: IsoDate): Promise<void> {
  for (const { product, points, ...stated } of stories) {
    const proposition_id = await createProposition(trx, {
      product: product[language],
      sentence: stated.sentence[language],
      audience: stated.audience[language],
      change: stated.change[language],
      benefit: stated.benefit[language],
      advantage: stated.advantage[language],
    });
    for (const [at, point] of points.entries()) {
      const id = await valuePointNamed(trx, point.name[language]); // goals may have named it already
      if (id === null) continue;
      await editValuePoint(trx, id, {
        name: point.name[language],
        proposition_id,
        description: null,
        proof_metric: point.metric[language],
        proof_unit: point.unit?.[language] ?? null,
        proof_direction: point.direction,
        parts: {
          module: point.modules.map((name) => name[language]),
          service: point.services.map((name) => name[language]),
          practice: point.practices.map((name) => name[language]),
          offer: point.offers.map((name) => name[language]),
        },
      });
      await trx
        .updateTable('value_point')
        .set({ position: at + 1 })
        .where('id', '=', id)
        .execute();
      for (const [key, state, daysAgo, note] of point.accounts) {
        const account = await trx
          .selectFrom('account')
          .select('id')
          .where('key', '=', key)
          .executeTakeFirstOrThrow();
        const change = { state, note: note?.[language] ?? null };
        await setValueState(trx, account.id, id, change, addDays(today, -daysAgo));
      }
    }
  }
}
