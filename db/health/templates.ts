import type { Bilingual } from '../types/language.ts';
import type { Curve, MeasureDirection } from './curve.ts';
import type { BookMeasure, OwnMeasure } from './measure.ts';
import {
  type HealthException,
  type HealthGroup,
  type HealthModel,
  type ModelMeasure,
  usualRules,
} from './model.ts';

/** A measure a template brings along; it becomes one of the user's own. */
export type TemplateMeasure = Pick<OwnMeasure, 'key' | 'unit' | 'direction' | 'mode' | 'least' | 'most'> & {
  readonly name: Bilingual;
};

export const healthTemplateKeys = ['light-touch', 'usage-led', 'outcome-led', 'three-colours'] as const;
export type HealthTemplateKey = (typeof healthTemplateKeys)[number];

export type HealthTemplate = {
  readonly key: HealthTemplateKey;
  readonly purpose: Bilingual;
  readonly measures: readonly TemplateMeasure[];
  readonly model: HealthModel;
};

const bilingual = (en: string, chinese: string): Bilingual => ({ en, 'zh-CN': chinese });

const own = (
  key: string,
  name: Bilingual,
  unit: string,
  direction: MeasureDirection,
  least: number | null,
  most: number | null,
  mode: OwnMeasure['mode'] = 'typed',
): TemplateMeasure => ({ key, name, unit, direction, mode, least, most });

const activeSeats = own(
  'active-seats',
  bilingual('Active seats', '活跃席位占比'),
  '%',
  'increase',
  0,
  200,
  'imported',
);
const usageDepth = own(
  'usage-depth',
  bilingual('Core functions in use', '核心功能使用率'),
  '%',
  'increase',
  0,
  100,
  'imported',
);
const usageBreadth = own(
  'usage-breadth',
  bilingual('Departments using it', '使用部门占比'),
  '%',
  'increase',
  0,
  100,
);
const usageDays = own(
  'usage-days',
  bilingual('Days used a month', '每月使用天数'),
  '',
  'increase',
  0,
  31,
  'imported',
);
const urgentIssues = own(
  'urgent-issues',
  bilingual('Open urgent issues', '未解决的紧急问题'),
  '',
  'decrease',
  0,
  null,
);
const openBugs = own('open-bugs', bilingual('Open bugs', '未解决的缺陷'), '', 'decrease', 0, null);
const enquiries = own('enquiries', bilingual('Enquiries in 90 days', '近 90 天咨询量'), '', 'range', 0, null);
const nps = own('nps', bilingual('NPS answer', 'NPS 打分'), '', 'increase', 0, 10);
const csat = own('csat', bilingual('CSAT', '满意度 (CSAT)'), '', 'increase', 1, 5);
const colour = own(
  'colour',
  bilingual('Colour by hand (1 red, 2 yellow, 3 green)', '人工判断（1 红、2 黄、3 绿）'),
  '',
  'increase',
  1,
  3,
  'hand',
);

const percent: Curve = [
  [0, 0],
  [100, 100],
];

/** How the book's own measures become a score where the user sets nothing else. */
export const usualCurve: Readonly<Record<BookMeasure, Curve>> = {
  'contact-recency': [
    [0.5, 100],
    [1, 60],
    [2, 20],
    [3, 0],
  ],
  sponsor: [
    [0, 0],
    [1, 100],
  ],
  // Saturates: more than reached is not better than reached.
  'goal-attainment': percent,
  'milestones-late': [
    [0, 100],
    [1, 60],
    [3, 0],
  ],
  'commitments-broken': [
    [0, 100],
    [1, 50],
    [3, 0],
  ],
  'review-overdue': [
    [0, 100],
    [30, 60],
    [90, 0],
  ],
  'payment-late': [
    [0, 100],
    [30, 50],
    [90, 0],
  ],
  maturity: [
    [1, 10],
    [1.75, 40],
    [2.5, 70],
    [3.25, 90],
    [4, 100],
  ],
};

/** Days after which a measure from the book no longer counts. The others are of the day they are asked. */
const usualAge: Readonly<Partial<Record<BookMeasure, number>>> = { 'goal-attainment': 90, maturity: 365 };

const book = (measure: BookMeasure, weight: number): ModelMeasure => ({
  measure,
  weight,
  curve: usualCurve[measure],
  maximumAgeDays: usualAge[measure] ?? null,
});
const read = ({ key }: TemplateMeasure, weight: number, curve: Curve, maximumAgeDays = 45): ModelMeasure => ({
  measure: key,
  weight,
  curve,
  maximumAgeDays,
});

const names = {
  outcomes: bilingual('Outcomes', '成果'),
  usage: bilingual('Usage', '使用'),
  support: bilingual('Support', '支持'),
  relationship: bilingual('Relationship', '关系'),
  commercial: bilingual('Commercial', '商务'),
  maturity: bilingual('Maturity', '成熟度'),
  sentiment: bilingual('Sentiment', '情绪'),
  judgement: bilingual('Judgement', '判断'),
};
const group = (key: keyof typeof names, weight: number, ...measures: ModelMeasure[]): HealthGroup => ({
  key,
  name: names[key],
  weight,
  measures,
});

const outcomes = (weight: number) =>
  group('outcomes', weight, book('goal-attainment', 70), book('milestones-late', 30));
const relationship = (weight: number) =>
  group('relationship', weight, book('contact-recency', 50), book('sponsor', 30), book('review-overdue', 20));
const commercial = (weight: number) =>
  group('commercial', weight, book('payment-late', 50), book('commitments-broken', 50));
const maturity = (weight: number) => group('maturity', weight, book('maturity', 100));
const sentiment = (weight: number) =>
  group(
    'sentiment',
    weight,
    read(
      nps,
      50,
      [
        [0, 0],
        [6, 40],
        [8, 70],
        [9, 100],
      ],
      180,
    ),
    read(
      csat,
      50,
      [
        [1, 0],
        [3, 50],
        [5, 100],
      ],
      180,
    ),
  );
const usage = (weight: number) =>
  group(
    'usage',
    weight,
    read(activeSeats, 40, [
      [0, 0],
      [40, 40],
      [70, 80],
      [90, 100],
    ]),
    read(usageDepth, 30, percent),
    read(usageBreadth, 15, percent, 100),
    read(usageDays, 15, [
      [0, 0],
      [8, 60],
      [18, 100],
    ]),
  );
const support = (weight: number) =>
  group(
    'support',
    weight,
    read(urgentIssues, 50, [
      [0, 100],
      [1, 40],
      [2, 0],
    ]),
    read(openBugs, 30, [
      [0, 100],
      [1, 60],
      [2, 60],
      [3, 20],
    ]),
    // Nobody asking anything for three months is a signal as well as noise: it scores 50.
    read(enquiries, 20, [
      [0, 50],
      [2, 100],
      [10, 100],
      [40, 40],
    ]),
  );

const noSponsor: HealthException = { measure: 'sponsor', comparison: 'at-most', value: 0, cap: 'yellow' };

/** What to start a model from. The first one needs nothing but the book, and holds until the user chooses another. */
export const healthTemplates: readonly [HealthTemplate, ...HealthTemplate[]] = [
  {
    key: 'light-touch',
    purpose: bilingual(
      'Needs nothing but the book: goals, contacts, milestones, reviews, commitments and payments.',
      '只用客户簿里已有的内容：目标、联系人、里程碑、复盘、承诺和付款。',
    ),
    measures: [],
    model: {
      ...usualRules,
      name: bilingual('Light touch', '轻量模型'),
      groups: [outcomes(40), relationship(35), commercial(15), maturity(10)],
      exceptions: [noSponsor],
    },
  },
  {
    key: 'usage-led',
    purpose: bilingual(
      'For products whose use can be measured: usage weighs most beside outcomes.',
      '适合使用情况可以度量的产品：除成果外，使用占比最大。',
    ),
    measures: [
      activeSeats,
      usageDepth,
      usageBreadth,
      usageDays,
      urgentIssues,
      openBugs,
      enquiries,
      nps,
      csat,
    ],
    model: {
      ...usualRules,
      name: bilingual('Usage first', '使用主导'),
      groups: [
        outcomes(30),
        usage(25),
        support(15),
        relationship(15),
        commercial(5),
        maturity(5),
        sentiment(5),
      ],
      exceptions: [
        noSponsor,
        { measure: activeSeats.key, comparison: 'at-most', value: 40, cap: 'yellow' },
        { measure: urgentIssues.key, comparison: 'at-least', value: 2, cap: 'yellow' },
      ],
    },
  },
  {
    key: 'outcome-led',
    purpose: bilingual(
      'For customers who buy a result: goals weigh half, use and mood little.',
      '适合为结果买单的客户：目标占一半，使用和情绪占比较小。',
    ),
    measures: [activeSeats, nps],
    model: {
      ...usualRules,
      name: bilingual('Outcome first', '成果主导'),
      groups: [
        outcomes(50),
        group(
          'usage',
          10,
          read(activeSeats, 100, [
            [0, 0],
            [40, 40],
            [70, 80],
            [90, 100],
          ]),
        ),
        relationship(20),
        commercial(10),
        maturity(5),
        group(
          'sentiment',
          5,
          read(
            nps,
            100,
            [
              [0, 0],
              [6, 40],
              [8, 70],
              [9, 100],
            ],
            180,
          ),
        ),
      ],
      exceptions: [
        noSponsor,
        { measure: 'goal-attainment', comparison: 'at-most', value: 25, cap: 'yellow' },
      ],
    },
  },
  {
    key: 'three-colours',
    purpose: bilingual(
      'For a beginning: one colour by hand each month. The book’s own measures stand beside it without counting.',
      '适合刚起步：每月人工给一个颜色。客户簿里的指标列在旁边，暂不计分。',
    ),
    measures: [colour],
    model: {
      ...usualRules,
      name: bilingual('Three colours', '三色模型'),
      groups: [
        group(
          'judgement',
          100,
          read(colour, 100, [
            [1, 25],
            [2, 62],
            [3, 90],
          ]),
        ),
        group('relationship', 0, book('contact-recency', 100), book('sponsor', 100)),
        group('outcomes', 0, book('goal-attainment', 100)),
      ],
      exceptions: [],
    },
  },
];

export const lightTouch = healthTemplates[0];
