import { line, person, platform, type Story, southChina, t } from './account-story.ts';

export const harbor: Story = {
  key: 'HR-102',
  name: t('Harbor Retail Group', '港湾零售集团'),
  industry: t('Retail', '零售'),
  region: southChina,
  size: 'large',
  tier: 'A',
  product: platform,
  seats: 210,
  yearly: 1_240_000,
  endsInDays: 39,
  years: 3,
  tags: [t('renewal at stake', '续签关键')],
  contacts: [
    person(t('Mei Lin', '林梅'), t('Chief Operating Officer', '首席运营官'), 'sponsor', 5, 0, 41),
    person(t('Oliver Grant', '葛一凡'), t('Head of Stores', '门店负责人'), 'champion', 3, 1, 12),
    person(t('Fang Yi', '方毅'), t('Finance Director', '财务总监'), 'finance', 4, -1, 55),
  ],
  relations: [
    [1, 'reports-to', 0],
    [2, 'reports-to', 0],
    [1, 'knows', 2],
  ],
  notes: [
    line(
      'visit',
      12,
      t(
        'Two of five goals on track. Store managers like the morning list; headquarters does not look at it.',
        '五个目标有两个达成。店长喜欢晨间清单，总部没人看。',
      ),
    ),
    line(
      'call',
      41,
      t('Mei Lin: outcome for next year must be shelf availability.', '林梅：明年的目标必须是货架有货率。'),
    ),
    line(
      'call',
      55,
      t('Mei Lin asks what the stores gained since spring.', '林梅问：开春以来门店到底受益多少？'),
    ),
    line(
      'meeting',
      69,
      t(
        'Planning meeting with Mei Lin: roll-out to the last stores agreed.',
        '与林梅开规划会：确定推广到最后一批门店。',
      ),
    ),
  ],
  next: [{ title: t('Call Mei Lin: outcome for next year', '致电林梅：明年目标'), dueInDays: 1 }],
};

export const kestrel: Story = {
  key: 'KL-055',
  name: t('Kestrel Logistics', '隼达物流'),
  industry: t('Logistics', '物流'),
  region: southChina,
  size: 'mid',
  tier: 'B',
  product: platform,
  seats: 54,
  yearly: 402_000,
  endsInDays: 179,
  years: 2,
  priceBefore: { yearly: 360_000, untilDaysAgo: 75 },
  tags: [t('reference', '可推荐')],
  contacts: [person(t('Amy Chow', '周艾米'), t('Managing Director', '董事总经理'), 'sponsor', 5, 2, 6)],
  notes: [
    line(
      'call',
      6,
      t('Happy to speak to another logistics firm about the roll-out.', '愿意向其他物流公司介绍上线经验。'),
    ),
  ],
  next: [{ title: t('Ask for the reference call', '邀请作推荐通话'), dueInDays: 9 }],
};

export const nanfeng: Story = {
  key: 'NF-018',
  name: t('Nanfeng Apparel', '南风服饰'),
  industry: t('Retail', '零售'),
  region: southChina,
  size: 'mid',
  tier: 'C',
  product: platform,
  seats: 24,
  yearly: 188_000,
  endsInDays: 98,
  years: 1,
  tags: [],
  contacts: [person(t('Wen Tao', '文涛'), t('Founder', '创始人'), 'sponsor', 5, -1, 63)],
  notes: [line('email', 63, t('No reply since the buyer left.', '采购负责人离职后再无回复。'))],
  next: [{ title: t('Find out who took over purchasing', '了解谁接手采购'), dueInDays: 0 }],
};
