import { addDays, addMonths, type IsoDate } from '../domain/calendar.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import type { Writer } from '../schema.ts';
import type { AccountTable } from '../tables/account.ts';
import type { ContactTable } from '../tables/contact.ts';

/** One customer of the sample book. Amounts are whole yuan a year; days count from today, the past negative. */
type Story = {
  readonly key: string;
  readonly name: Bilingual;
  readonly industry: Bilingual;
  readonly region: Bilingual;
  readonly size: AccountTable['size'];
  readonly tier: string;
  readonly product: Bilingual;
  readonly seats: number;
  readonly yearly: number;
  readonly endsInDays: number;
  readonly years: number;
  readonly tags: readonly Bilingual[];
  readonly contacts: readonly Person[];
  readonly notes: readonly Line[];
  readonly next: readonly { readonly title: Bilingual; readonly dueInDays: number }[];
};
type Person = {
  readonly name: Bilingual;
  readonly title: Bilingual;
  readonly role: ContactTable['role'];
  readonly influence: number;
  readonly sentiment: number;
  readonly touchedDaysAgo: number;
};
type Line = {
  readonly kind: 'note' | 'meeting' | 'call' | 'email' | 'visit';
  readonly daysAgo: number;
  readonly body: Bilingual;
};

const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });
const eastChina = t('East China', '华东');
const northChina = t('North China', '华北');
const southChina = t('South China', '华南');
const planning = t('Demand Planning', '需求计划');
const platform = t('Operations Platform', '运营平台');

const stories: readonly Story[] = [
  {
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
  },
  {
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
  },
  {
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
    ],
    next: [{ title: t('Call Mei Lin: outcome for next year', '致电林梅：明年目标'), dueInDays: 1 }],
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
];

function person(
  name: Bilingual,
  title: Bilingual,
  role: ContactTable['role'],
  influence: number,
  sentiment: number,
  touchedDaysAgo: number,
): Person {
  return { name, title, role, influence, sentiment, touchedDaysAgo };
}

function line(kind: Line['kind'], daysAgo: number, body: Bilingual): Line {
  return { kind, daysAgo, body };
}

/** The sample's customers with their contracts, people, notes and tasks. */
export async function sampleAccounts(trx: Writer, language: Language, today: IsoDate): Promise<void> {
  for (const story of stories) await tell(trx, story, language, today);
}

async function tell(trx: Writer, story: Story, language: Language, today: IsoDate): Promise<void> {
  const lastDay = addDays(today, story.endsInDays);
  const firstDay = addMonths(addDays(lastDay, 1), -12 * story.years);
  const { id } = await trx
    .insertInto('account')
    .values({
      key: story.key,
      name: story.name[language],
      legal_name: null,
      industry: story.industry[language],
      size: story.size,
      region: story.region[language],
      tier: story.tier,
      owner: { en: 'Lin Yue', 'zh-CN': '林悦' }[language],
      sales_owner: { en: 'Zhou Ming', 'zh-CN': '周明' }[language],
      tags: JSON.stringify(story.tags.map((tag) => tag[language])),
      description: null,
      customer_since: firstDay,
      archived_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tellContracts(trx, id, story, language, firstDay);
  for (const { name, title, touchedDaysAgo, ...facts } of story.contacts)
    await trx
      .insertInto('contact')
      .values({
        ...facts,
        account_id: id,
        name: name[language],
        title: title[language],
        email: null,
        phone: null,
        languages: null,
        last_touched_on: addDays(today, -touchedDaysAgo),
      })
      .execute();
  for (const { kind, daysAgo, body } of story.notes)
    await trx
      .insertInto('note')
      .values({
        account_id: id,
        contact_id: null,
        kind,
        occurred_on: addDays(today, -daysAgo),
        body: body[language],
      })
      .execute();
  for (const { title, dueInDays } of story.next)
    await trx
      .insertInto('task')
      .values({
        account_id: id,
        title: title[language],
        owner: null,
        due_on: addDays(today, dueInDays),
        done_on: null,
        source_noun: null,
        source_id: null,
      })
      .execute();
}

/** One contract a year, each renewing the one before. */
async function tellContracts(
  trx: Writer,
  accountId: number,
  story: Story,
  language: Language,
  firstDay: IsoDate,
): Promise<void> {
  let renewed: number | null = null;
  for (let year = 0; year < story.years; year++) {
    const start = addMonths(firstDay, 12 * year);
    const amount = Math.round((story.yearly * 100) / 1.08 ** (story.years - 1 - year));
    const { id }: { id: number } = await trx
      .insertInto('contract')
      .values({
        account_id: accountId,
        key: `${story.key}-${year + 1}`,
        product: story.product[language],
        seats: story.seats,
        amount_minor: amount,
        currency: 'CNY',
        billing_period: 'year',
        annual_minor: amount,
        start_on: start,
        end_on: addDays(addMonths(firstDay, 12 * (year + 1)), -1),
        first_paid_on: start,
        notice_days: 30,
        auto_renews: 0,
        renews_contract_id: renewed,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    renewed = id;
  }
}
