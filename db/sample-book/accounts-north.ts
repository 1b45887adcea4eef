import { line, northChina, person, planning, platform, type Story, t } from './account-story.ts';

export const beichen: Story = {
  key: 'BC-014',
  name: t('Beichen Education', '北辰教育科技'),
  industry: t('Education', '教育'),
  region: northChina,
  size: 'large',
  tier: 'B',
  product: platform,
  seats: 45,
  yearly: 320_000,
  endsInDays: 70,
  years: 1,
  tags: [],
  contacts: [
    person(t('Luo Min', '罗敏'), t('Director of Teaching', '教学总监'), 'sponsor', 4, 0, 19),
    person(t('Jiang Bo', '蒋博'), t('IT Manager', '信息主管'), 'technical', 3, 1, 26),
  ],
  notes: [
    line(
      'email',
      19,
      t(
        'Asked which two goals matter most for next term; no answer yet.',
        '询问下学期最看重的两个目标，尚未答复。',
      ),
    ),
  ],
  next: [{ title: t('Confirm the goals for next year', '确认明年目标'), dueInDays: 4 }],
};

export const zhongyue: Story = {
  key: 'ZY-021',
  name: t('Zhongyue Machinery', '中岳装备'),
  industry: t('Manufacturing', '制造'),
  region: northChina,
  size: 'large',
  tier: 'A',
  product: planning,
  seats: 88,
  yearly: 760_000,
  endsInDays: 51,
  years: 2,
  tags: [],
  contacts: [
    person(t('Cao Lei', '曹磊'), t('Plant Director', '工厂总监'), 'sponsor', 5, 0, 8),
    person(t('Ding Na', '丁娜'), t('Planning Manager', '计划经理'), 'champion', 3, 1, 8),
  ],
  notes: [
    line(
      'meeting',
      8,
      t(
        'Notice deadline in view; they want proof of the inventory saved.',
        '通知期将至，客户要看库存节省的证明。',
      ),
    ),
  ],
  next: [{ title: t('Bring the inventory proof', '提供库存节省证明'), dueInDays: 6 }],
};

export const pinecrest: Story = {
  key: 'PF-029',
  name: t('Pinecrest Foods', '松岭食品'),
  industry: t('Food', '食品'),
  region: northChina,
  size: 'mid',
  tier: 'B',
  product: planning,
  seats: 28,
  yearly: 240_000,
  endsInDays: 159,
  years: 1,
  tags: [],
  contacts: [
    person(t('Ren Jia', '任佳'), t('Supply Chain Director', '供应链总监'), 'sponsor', 4, 1, 15),
    person(t('Guo Peng', '郭鹏'), t('Planner', '计划员'), 'key-user', 2, 0, 22),
  ],
  notes: [line('note', 15, t('Readings for waste are two months old.', '损耗读数已两个月未更新。'))],
  next: [{ title: t('Ask for the waste figures', '索取损耗数据'), dueInDays: -3 }],
};
