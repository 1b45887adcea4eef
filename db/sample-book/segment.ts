import type { Writer } from '../schema.ts';
import { motivationCriteria } from '../segment/ideal-profile.ts';
import { scoreCriterion } from '../segment/ideal-profile-query.ts';
import { placeAccounts } from '../segment/placement-query.ts';
import type { RuleGroup } from '../segment/placement-rule.ts';
import { createSegment, editSegment } from '../segment/query.ts';
import { answerResearch, createPersona, setSegmentValuePoints } from '../segment/research-query.ts';
import type { ResearchQuestion, SchemeKind, TouchModel } from '../segment/rule.ts';
import { createScheme } from '../segment/scheme-query.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual, Language } from '../types/language.ts';

type SchemeStory = {
  readonly name: Bilingual;
  readonly kind: SchemeKind;
  readonly purpose: Bilingual;
  readonly segments: readonly SegmentStory[];
};
type SegmentStory = {
  readonly name: Bilingual;
  readonly touch: TouchModel;
  readonly reviews: number;
  readonly rule?: RuleGroup;
  readonly evidence?: Bilingual;
  readonly points?: readonly Bilingual[];
  readonly research?: Readonly<Partial<Record<ResearchQuestion, Bilingual>>>;
  readonly personas?: readonly (readonly [role: Bilingual, needs: Bilingual, scenario: Bilingual])[];
  /** The accounts placed here, by key; by the rule where there is one, else by hand. */
  readonly accounts: readonly string[];
};

const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });
const sizeIs = (...words: string[]): RuleGroup => ({
  match: 'all',
  parts: [{ field: 'size', comparison: 'any-of', words }],
});
const advice = t('Reorder advice', '补货建议');
const waste = t('Less waste', '减少损耗');
const availability = t('Shelf availability', '货架有货率');
const tasks = t('Tasks done on time', '任务按时完成');

const stories: readonly SchemeStory[] = [
  {
    name: t('Size', '规模'),
    kind: 'a-priori',
    purpose: t('Decides the touch model and how often a year we review.', '决定触达方式和每年复盘次数。'),
    segments: [
      {
        name: t('Large', '大型客户'),
        touch: 'high',
        reviews: 4,
        rule: {
          match: 'any',
          parts: [
            { field: 'size', comparison: 'any-of', words: ['large'] },
            { field: 'annual-revenue', comparison: 'at-least', number: 60_000_000 },
          ],
        },
        accounts: ['YJ-001', 'BC-014', 'HR-102', 'LH-007', 'ZY-021', 'LR-040'],
      },
      {
        name: t('Mid-size', '中型客户'),
        touch: 'mid',
        reviews: 4,
        rule: sizeIs('mid'),
        accounts: ['QH-033', 'KL-055', 'NF-018'], // one more fits the rule and waits for it to be applied
      },
      {
        name: t('Small', '小型客户'),
        touch: 'tech',
        reviews: 2,
        rule: sizeIs('small'),
        accounts: [],
      },
    ],
  },
  {
    name: t('Needs', '需求'),
    kind: 'needs',
    purpose: t('Decides which value points we lead with.', '决定先谈哪些价值点。'),
    segments: [
      {
        name: t('Order right', '订对货'),
        touch: 'high',
        reviews: 4,
        evidence: t(
          'Six of seven renewed; first value after 31 days on average; two referrals.',
          '七家中六家续签，平均 31 天首次见到价值，两次转介绍。',
        ),
        points: [advice, waste],
        research: {
          'why-not': t(
            'Their planner has a spreadsheet of his own and is proud of it.',
            '计划员有自己的表格，并引以为傲。',
          ),
          why: t('A season in which the best-seller was out of stock.', '有一季畅销品断货。'),
          attraction: t('Each advice says why.', '每条建议都说明理由。'),
          need: t('To order the right amount without staying late.', '不加班也能订对货。'),
          today: t('Last year’s figures plus a feeling.', '去年的数字加上感觉。'),
          decision: t(
            'Supply decides, finance must agree; they fear a year of roll-out.',
            '供应部门决定，财务要同意；怕上线要一年。',
          ),
        },
        personas: [
          [
            t('Buyer', '采购员'),
            t('A list he can answer for by nine', '九点前拿到一张说得清的清单'),
            t('Mornings, at a desk, 300 lines in forty minutes', '早上在工位，四十分钟处理 300 行'),
          ],
          [
            t('Planner', '计划员'),
            t('To see what changed since yesterday', '看到和昨天相比变了什么'),
            t('Weekly meeting with sales', '与销售的周会'),
          ],
        ],
        accounts: ['YJ-001', 'LH-007', 'ZY-021', 'LR-040', 'PF-029'],
      },
      {
        name: t('Run every site alike', '各站点一个标准'),
        touch: 'mid',
        reviews: 4,
        points: [availability, tasks],
        research: {
          why: t('A new head of operations with a hundred days.', '新任运营负责人，要在一百天内见效。'),
          need: t('To know by noon which site needs help.', '中午前知道哪个站点需要帮助。'),
        },
        personas: [
          [
            t('Store manager', '店长'),
            t('Fewer messages, one list', '少一些消息，只要一张清单'),
            t('On the floor, on a phone, often without a network', '在卖场用手机，常常没有网络'),
          ],
        ],
        accounts: ['HR-102', 'KL-055', 'NF-018', 'BC-014'],
      },
    ],
  },
];

/** Budget, authority, need, timeline of an account; a dash is not scored yet. */
const motivations: readonly (readonly [key: string, scores: string, evidence: Bilingual])[] = [
  [
    'YJ-001',
    '3233',
    t('Returns project has a budget and a date in March.', '退货项目有预算，日期定在三月。'),
  ],
  ['HR-102', '2011', t('No one speaks for the budget since the sponsor left.', '决策人离职后没人管预算。')],
  ['BC-014', '2222', t('Renewal rate is a goal of the director.', '续费率是教学总监的目标。')],
  ['KL-055', '2211', t('Content as it is; no next goal named.', '满足于现状，没有提出下一个目标。')],
  ['NF-018', '1110', t('No reply since the buyer left.', '采购负责人离职后没有回复。')],
  [
    'ZY-021',
    '33-2',
    t('Plant director approves; the need was never put into figures.', '工厂总监批准，需求从未量化。'),
  ],
  ['LR-040', '3323', t('Wants analytics this half-year.', '希望半年内上分析模块。')],
  ['LH-007', '2332', t('Supply director opened the project herself.', '供应总监亲自启动项目。')],
];

/** Two ways to tell the sample's customers apart, what is known of the ideal ones, and how motivated they are. */
export async function sampleSegments(trx: Writer, language: Language, today: IsoDate): Promise<void> {
  for (const { name, kind, purpose, segments } of stories) {
    const scheme = await createScheme(trx, { name: name[language], kind, purpose: purpose[language] });
    for (const segment of segments) await tellSegment(trx, scheme, segment, language);
  }
  for (const [key, scores, evidence] of motivations) {
    const account = await accountId(trx, key);
    const day = addDays(today, -21);
    for (const [at, criterion] of motivationCriteria.entries()) {
      const given = scores[at] ?? '-';
      const score = given === '-' ? null : Number(given);
      const stated = criterion === 'need' ? { evidence: evidence[language] } : {};
      await scoreCriterion(trx, account, criterion, { score, ...stated }, day);
    }
  }
}

async function tellSegment(
  trx: Writer,
  scheme: number,
  { name, touch, reviews, rule, ...story }: SegmentStory,
  language: Language,
): Promise<void> {
  const id = await createSegment(trx, scheme, name[language]);
  await editSegment(trx, id, {
    touch,
    reviews_per_year: reviews,
    fit_evidence: story.evidence?.[language] ?? null,
    is_validated: story.evidence ? 1 : 0,
    rule: rule ?? null,
  });
  for (const [question, answer] of Object.entries(story.research ?? {}) as [ResearchQuestion, Bilingual][])
    await answerResearch(trx, id, question, answer[language]);
  for (const [role, needs, scenario] of story.personas ?? [])
    await createPersona(trx, id, {
      role: role[language],
      needs: needs[language],
      scenario: scenario[language],
    });
  const names = (story.points ?? []).map((point) => point[language]);
  const points = await trx.selectFrom('value_point').select('id').where('name', 'in', names).execute();
  await setSegmentValuePoints(
    trx,
    id,
    points.map((point) => point.id),
  );
  const accounts = await Promise.all(story.accounts.map((key) => accountId(trx, key)));
  await placeAccounts(trx, id, accounts, rule ? 'rule' : 'hand');
}

async function accountId(trx: Writer, key: string): Promise<number> {
  const { id } = await trx
    .selectFrom('account')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return id;
}
