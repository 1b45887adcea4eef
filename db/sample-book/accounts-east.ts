import { eastChina, line, person, planning, platform, type Story, t } from './account-story.ts';

export const yunji: Story = {
  key: 'YJ-001',
  name: t('Yunji Supply', '云集供应链'),
  industry: t('Logistics', '物流'),
  region: eastChina,
  size: 'large',
  tier: 'A',
  product: planning,
  seats: 60,
  yearly: 486_000,
  endsInDays: 112,
  years: 2,
  tags: [t('reference', '可推荐')],
  contacts: [
    person(t('Shen Rui', '沈睿'), t('VP Operations', '运营副总'), 'sponsor', 5, 1, 3),
    person(t('Tang Wei', '唐薇'), t('Head of Purchasing', '采购负责人'), 'champion', 4, 2, 3),
    person(t('He Jun', '何军'), t('Returns Lead', '退货组长'), 'key-user', 2, -1, 34),
  ],
  relations: [
    [1, 'reports-to', 0],
    [2, 'reports-to', 1],
  ],
  notes: [
    line(
      'meeting',
      3,
      t(
        'Buyers act on the reorder advice every morning. Order-to-ship is down to 27 hours.',
        '采购员每天早上按补货建议执行，下单到发货缩短到 27 小时。',
      ),
    ),
    line(
      'call',
      20,
      t('Returns team was never trained; write-offs do not move.', '退货组从未受训，报损没有改善。'),
    ),
  ],
  next: [{ title: t('Send the review pre-read', '发送复盘预读材料'), dueInDays: 8 }],
};

export const lumen: Story = {
  key: 'LH-007',
  name: t('Lumen Health', '朗明健康'),
  industry: t('Health', '医疗健康'),
  region: eastChina,
  size: 'large',
  tier: 'B',
  product: planning,
  seats: 30,
  yearly: 215_000,
  endsInDays: 312,
  years: 1,
  tags: [],
  contacts: [
    person(t('Xu Qing', '徐青'), t('Supply Director', '供应总监'), 'sponsor', 5, 2, 1),
    person(t('Pan Li', '潘丽'), t('Planner', '计划员'), 'key-user', 2, 2, 1),
  ],
  notes: [
    line(
      'meeting',
      1,
      t(
        'First stock-out prevented by the alert; they count it as first value.',
        '预警避免了第一次缺货，客户认可这是首次价值。',
      ),
    ),
  ],
  next: [{ title: t('Record first value with the date', '记录首次价值及日期'), dueInDays: 2 }],
};

export const qinghe: Story = {
  key: 'QH-033',
  name: t('Qinghe Markets', '青禾农批'),
  industry: t('Wholesale', '批发'),
  region: eastChina,
  size: 'mid',
  tier: 'C',
  product: platform,
  seats: 12,
  yearly: 96_000,
  endsInDays: 324,
  years: 1,
  tags: [t('new', '新签')],
  contacts: [person(t('Gao Shan', '高山'), t('General Manager', '总经理'), 'sponsor', 5, 1, 2)],
  notes: [
    line(
      'email',
      2,
      t(
        'Kick-off proposed for next week; data export from the old system still open.',
        '建议下周启动会；旧系统数据导出尚未完成。',
      ),
    ),
  ],
  next: [{ title: t('Hold the kick-off', '召开启动会'), dueInDays: 5 }],
};

export const langrun: Story = {
  key: 'LR-040',
  name: t('Langrun Medical', '朗润医疗'),
  industry: t('Health', '医疗健康'),
  region: eastChina,
  size: 'mid',
  tier: 'A',
  product: planning,
  seats: 72,
  yearly: 655_000,
  endsInDays: 220,
  years: 3,
  tags: [],
  contacts: [
    person(t('Bai Xue', '白雪'), t('Chief Operating Officer', '首席运营官'), 'sponsor', 5, 2, 4),
    person(t('Qiu Hao', '邱浩'), t('Analytics Lead', '数据负责人'), 'champion', 4, 2, 4),
  ],
  notes: [
    line(
      'meeting',
      4,
      t(
        'Analytics module would answer three of their open questions.',
        '分析模块能回答他们三个悬而未决的问题。',
      ),
    ),
  ],
  next: [{ title: t('Propose the analytics module', '提议分析模块'), dueInDays: 12 }],
};
