import {
  type AnswerChange,
  answerIndicators,
  finishAssessment,
  type ResponseChange,
  respond,
} from '../maturity/answer-query.ts';
import { addRespondent } from '../maturity/edit-respondent-query.ts';
import type { MeasureFigures } from '../maturity/measure.ts';
import { indicatorsOf } from '../maturity/model.ts';
import { builtInModels } from '../maturity/models.ts';
import { createAssessment } from '../maturity/query.ts';
import type { Confidence } from '../maturity/respondent-query.ts';
import { editStep, listSteps, takeSteps } from '../maturity/step-query.ts';
import { viewAssessment } from '../maturity/view-query.ts';
import type { Writer } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual, Language } from '../types/language.ts';

/** One assessment of the sample book. */
type Story = {
  /** The account's key, or the name of a company. */
  readonly of: string | Bilingual;
  readonly model: string;
  readonly daysAgo: number;
  /** A digit per indicator in the model's order, dimensions apart: `-` still open, `x` not applicable, `=` by its figures. */
  readonly levels: string;
  /** What was seen, by indicator. */
  readonly evidence?: Readonly<Record<string, Bilingual>>;
  readonly figures?: Readonly<Record<string, MeasureFigures>>;
  readonly notApplicableBecause?: Bilingual;
  readonly unsure?: readonly string[];
  readonly isUnderWay?: true;
  /** How many of the proposed steps were kept, with who does them, one after the other from the assessment on. */
  readonly plan?: { readonly steps: number; readonly owners: readonly Bilingual[] };
  /** Those who answer apart, each with a digit per indicator like `levels`. */
  readonly respondents?: readonly {
    readonly name: Bilingual;
    readonly title: Bilingual;
    readonly levels: string;
  }[];
};

const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });
const customer = 'customer-maturity';
const csFunction = 'cs-function-maturity';
const ownCompany = t('Qichuan Software', '启川软件');

const stories: readonly Story[] = [
  { of: 'YJ-001', model: customer, daysAgo: 398, levels: '1211 1211 21111 2211' },
  {
    of: 'YJ-001',
    model: customer,
    daysAgo: 214,
    levels: '2221 2211 32212 3222',
    plan: { steps: 3, owners: [t('Shen Rui', '沈睿'), t('Lin Yue', '林悦')] },
    evidence: {
      outcome: t('“Ship faster than last year”: no figure yet.', '「发货比去年快」，还没有数字。'),
      'work-procedure': t('Two of five buyers follow reorder advice.', '五名采购员中有两名按补货建议做。'),
    },
  },
  {
    of: 'YJ-001',
    model: customer,
    daysAgo: 24,
    levels: '3332 2323 43332 3333',
    plan: { steps: 4, owners: [t('Shen Rui', '沈睿'), t('Lin Yue', '林悦'), t('Zhou Ming', '周明')] },
    evidence: {
      problem: t(
        'Operations and purchasing both name order-to-ship time; 46 h at the start.',
        '运营和采购都说是下单到发货时长，起点 46 小时。',
      ),
      outcome: t(
        'Order-to-ship 46 h → 24 h by year end, confirmed by the VP.',
        '下单到发货 46 小时 → 24 小时，年底前，副总已确认。',
      ),
      sponsor: t('Shen Rui presented it to the board in September.', '沈睿 9 月在董事会上介绍过。'),
      departments: t(
        'The returns team was never trained and is not at the meeting.',
        '退货组没有受训，也不参加例会。',
      ),
      use: t('71 % of seats active; reorder advice used daily.', '71% 席位活跃，每天使用补货建议。'),
    },
  },
  {
    of: 'HR-102',
    model: customer,
    daysAgo: 240,
    levels: '4434 3433 44433 4344',
    evidence: { sponsor: t('Reports the outcome to the board each quarter.', '每季度向董事会汇报成果。') },
  },
  {
    of: 'HR-102',
    model: customer,
    daysAgo: 18,
    levels: '4433 3432 11222 4344',
    evidence: {
      sponsor: t('Left in August; no successor named.', '8 月离职，尚未指定接任者。'),
      owner: t('Three different contacts in four weeks.', '四周内换了三位对接人。'),
      skills: t('Half of the store managers are new since summer.', '夏天以来半数店长是新人。'),
    },
    unsure: ['departments', 'review'],
  },
  {
    of: 'BC-014',
    model: customer,
    daysAgo: 196,
    levels: '1211 1211 22111 211x',
    notApplicableBecause: t('Was not live yet.', '当时尚未上线。'),
  },
  {
    of: 'BC-014',
    model: customer,
    daysAgo: 33,
    levels: '2322 2221 32221 2212',
    evidence: {
      outcome: t('Renewal rate of classes 61 % → 70 % by July.', '班级续费率 7 月前从 61% 到 70%。'),
    },
  },
  { of: 'KL-055', model: customer, daysAgo: 62, levels: '4343 4333 44343 4433' },
  { of: 'NF-018', model: customer, daysAgo: 205, levels: '2112 1111 12111 2121' },
  {
    of: 'LH-007',
    model: customer,
    daysAgo: 2,
    levels: '3322 22-- ----- ----',
    isUnderWay: true,
    respondents: [
      { name: t('Lin Yue', '林悦'), title: t('CSM', '客户成功经理'), levels: '3322 2233 322-- ----' },
      { name: t('Zhou Ming', '周明'), title: t('Sales', '销售'), levels: '4322 3243 432-- ----' },
      { name: t('Tao Jie', '陶洁'), title: t('Support', '技术支持'), levels: '3222 2223 222-- ----' },
    ],
    evidence: { problem: t('Ward nurses and IT tell the same story.', '病区护士和 IT 说法一致。') },
  },
  { of: ownCompany, model: csFunction, daysAgo: 588, levels: '1 1 1 1 1 1 1 1 1 1 1' },
  { of: ownCompany, model: csFunction, daysAgo: 402, levels: '2 1 1 1 1 1 2 1 1 2 1' },
  {
    of: ownCompany,
    model: csFunction,
    daysAgo: 223,
    levels: '2 1 2 2 1 2 2 1 2 2 2',
    evidence: {
      segmentation: t(
        'Three sizes in the CRM; onboarding differs by them.',
        'CRM 中按三种规模，启动方式不同。',
      ),
      lifecycle: t('No stage plan; everyone keeps a list.', '没有阶段规划，各自记清单。'),
      risk: t('Sheet of 14 customers at risk, updated in January.', '14 家风险客户的表格，1 月更新过。'),
      'value-proof': t('A goal on file for 31 of 58 customers.', '58 家中 31 家记录了目标。'),
      'customer-data': t(
        'Contract and tickets of the sample customer not found in an hour.',
        '抽查的客户，一小时内找不齐合同和工单。',
      ),
      'health-model': t('Colours of last month in a shared sheet.', '共享表格中有上月的颜色。'),
      sponsorship: t('The COO speaks for it; no budget of its own.', '运营副总支持，没有独立预算。'),
    },
  },
  {
    of: ownCompany,
    model: csFunction,
    daysAgo: 12,
    levels: '4 3 4 3 3 3 2 2 3 1 3',
    evidence: {
      segmentation: t(
        'Needs list shared with sales since May; hours per segment compared in September.',
        '5 月起与销售共用需求清单，9 月对比过各群工时。',
      ),
      lifecycle: t(
        'Two CSMs described the kick-off alike; written in June.',
        '两位客户成功经理说的启动会步骤一致，6 月成文。',
      ),
      risk: t('13 of 22 risks last quarter came from alerts.', '上季度 22 项风险中 13 项来自预警。'),
      'value-proof': t('Readings for 40 of 66 goals, with source.', '66 个目标中 40 个有读数和来源。'),
      'customer-data': t('One view per customer; weekly import.', '每家客户一个视图，每周导入。'),
      'health-model': t(
        'Six factors with thresholds; two CSMs agreed on ten of ten.',
        '六个因素有阈值，两人评十家全部一致。',
      ),
      expansion: t('List kept by each CSM.', '各人自己维护清单。'),
      advocacy: t('Asked around for the spring event.', '春季活动时临时打听。'),
      sponsorship: t('Retention goal and budget for this year in writing.', '今年的留存目标和预算已成文。'),
      team: t(
        'Since July all four CSMs answer support tickets; nobody is full-time.',
        '7 月起四位客户成功经理都兼做支持，没有专职人员。',
      ),
      tools: t('Team meeting is held from the tool.', '团队会议以工具为准。'),
    },
    unsure: ['advocacy'],
  },
  {
    of: ownCompany,
    model: 'product-value-collaboration',
    daysAgo: 206,
    levels: '2213 3211 11 12 11',
    evidence: {
      'scenarios-agreed': t(
        'March release: product and CS met, marketing was not asked.',
        '3 月发版：产品与客户成功谈过，市场没参加。',
      ),
      'one-desk': t('19 of 20 issues came through the desk.', '20 个问题中 19 个经由支持台。'),
    },
  },
  {
    of: ownCompany,
    model: 'product-value-collaboration',
    daysAgo: 20,
    levels: '3333 3323 21 23 12',
    evidence: {
      'scenarios-agreed': t(
        'Pages for 4.2 and 4.3, dated two weeks before, three names each.',
        '4.2 和 4.3 都有共识页，早两周，三方具名。',
      ),
      'customers-told': t(
        '4.3: 17 of 20 matching accounts told within ten days.',
        '4.3:20 家对口客户，十天内告知 17 家。',
      ),
      'customers-linked': t(
        'Returns issue names one customer; three more reported it.',
        '退货问题只关联一家，另有三家报过。',
      ),
      'function-needs': t('Five lists from five CSMs in September.', '9 月五位客户成功经理交了五张清单。'),
      'success-cases': t('Two in two quarters, one without a figure.', '两个季度两个案例，一个没有数字。'),
    },
    unsure: ['value-needs'],
  },
  {
    of: ownCompany,
    model: 'product-cs-alignment',
    daysAgo: 19,
    levels: '21 22 32 31 22 2132',
    evidence: {
      'shared-goal': t(
        'Retention stands in product’s plan, without a target.',
        '产品计划里写了留存，没有目标值。',
      ),
      'monthly-visits': t('One of six product managers in October.', '10 月六位产品经理中一位拜访过。'),
      'both-see': t('Use by customer opens from the account page.', '客户页可直接查看使用。'),
    },
  },
  {
    of: ownCompany,
    model: 'cs-readiness',
    daysAgo: 10,
    levels: '==== =2 =3 ==',
    figures: {
      'outcome-reached': { reached: 31, customers: 58 },
      renewal: { renewed: 41, due: 48 },
      'one-kind': { inside: 16, won: 21 },
      missed: { share: 44 },
      'even-quarters': { leanest: 4, won: 21 },
      'cost-holds': { now: 6_000, before: 5_300 },
      'ltv-to-cac': { ltv: 15_000, cac: 6_000 },
      payback: { cac: 6_000, mrr: 500, margin: 75 },
    },
    evidence: {
      'ltv-to-cac': t(
        'Finance, third quarter: 500 × 75 % ÷ 2.5 % = 15,000.',
        '财务第三季度：500 × 75% ÷ 2.5% = 15,000。',
      ),
      'others-sell': t('Two of four sellers won 17 of 21.', '四位销售中两位赢下 21 家中的 17 家。'),
      missed: t('Survey of September, 63 answers.', '9 月调查，63 份。'),
    },
  },
  {
    of: ownCompany,
    model: 'cs-organisation-type',
    daysAgo: 10,
    levels: '334 32 32',
    evidence: {
      'answers-for': t('Use and satisfaction; renewal is sales’ figure.', '使用和满意度，续签是销售的指标。'),
      expansion: t('Three of five offered at quarter’s end.', '五次中三次在季度末推出。'),
    },
  },
];

/** Assessments of a few customers then and now, one under way, and the own CS function's with its evidence. */
export async function sampleAssessments(
  trx: Writer,
  language: Language,
  today: IsoDate,
  assessor: string,
): Promise<void> {
  for (const story of stories) {
    const model = builtInModels.find(({ key }) => key === story.model);
    if (!model) throw new Error(`no model ${story.model}`);
    const assessedOn = addDays(today, -story.daysAgo);
    const id = await createAssessment(trx, model, {
      ...(await subjectOf(trx, story.of, language)),
      assessed_on: assessedOn,
      assessor,
    });
    const levels = [...story.levels.replaceAll(' ', '')];
    const answers = indicatorsOf(model).flatMap(({ indicator }, at): [string, AnswerChange][] => {
      const level = levels[at];
      if (level === undefined || level === '-') return [];
      const seen = story.evidence?.[indicator.key]?.[language];
      const confidence: Confidence = story.unsure?.includes(indicator.key) ? 'low' : seen ? 'high' : 'medium';
      if (level === 'x') {
        const reason = story.notApplicableBecause?.[language] ?? '';
        return [[indicator.key, { notApplicableBecause: reason }]];
      }
      const figures = story.figures?.[indicator.key] ?? {};
      return [
        [indicator.key, level === '=' ? { figures } : { level: Number(level) }],
        [indicator.key, { confidence, ...(seen && { evidence: seen }) }],
      ];
    });
    await answerIndicators(trx, id, answers);
    for (const respondent of story.respondents ?? []) {
      const { name, title } = respondent;
      const added = await addRespondent(trx, id, { name: name[language], title: title[language] });
      const chosen = [...respondent.levels.replaceAll(' ', '')];
      const given = indicatorsOf(model).flatMap(({ indicator }, at): [string, ResponseChange][] =>
        chosen[at] === '-' ? [] : [[indicator.key, { level: Number(chosen[at]) }]],
      );
      await respond(trx, id, added, given);
    }
    if (story.plan) await keepPlan(trx, id, story.plan, language, assessedOn);
    if (!story.isUnderWay) await finishAssessment(trx, id, assessedOn);
  }
}

/** The most worthwhile steps, each six weeks long and begun four weeks after the one before. */
async function keepPlan(
  trx: Writer,
  id: number,
  { steps, owners }: NonNullable<Story['plan']>,
  language: Language,
  assessedOn: IsoDate,
): Promise<void> {
  const { plan } = await viewAssessment(trx, id);
  const chosen = plan.steps.slice(0, steps).map(({ indicator }) => indicator);
  await takeSteps(trx, id, chosen, language);
  for (const [at, { id: step, step: words, effort }] of (await listSteps(trx, id)).entries()) {
    const fromOn = addDays(assessedOn, 7 + at * 28);
    const owner = owners[at % owners.length]?.[language] ?? null;
    const facts = { step: words, owner, effort, fromOn, toOn: addDays(fromOn, 42), note: null };
    await editStep(trx, id, step, facts);
  }
}

async function subjectOf(trx: Writer, of: Story['of'], language: Language) {
  if (typeof of !== 'string') return { account_id: null, company: of[language] };
  const { id } = await trx.selectFrom('account').select('id').where('key', '=', of).executeTakeFirstOrThrow();
  return { account_id: id, company: null };
}
