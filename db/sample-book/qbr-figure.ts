import type { FigureSection, InsideFigureSection } from '../qbr/figure.ts';
import { addQbrLine } from '../qbr/line-query.ts';
import type { Writer } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual, Language } from '../types/language.ts';

const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });

type Reported<Section> = {
  readonly section: Section;
  readonly label: Bilingual;
  /** This period's figure; none where something was raised, not counted. */
  readonly value: number | null;
  readonly before: number | null;
  readonly unit?: Bilingual;
  readonly remark?: Bilingual;
  readonly source: Bilingual | null;
};

const log = t('Usage log', '使用日志');
const desk = t('Service desk', '服务台');

const reported: readonly Reported<FigureSection>[] = [
  {
    section: 'usage',
    label: t('Buyers active each week', '每周活跃采购员'),
    value: 46,
    before: 38,
    source: log,
  },
  {
    section: 'usage',
    label: t('Orders placed by advice', '按建议下单的占比'),
    value: 71,
    before: 58,
    unit: t('%', '%'),
    remark: t('The third team began in October', '第三组十月开始使用'),
    source: log,
  },
  {
    section: 'usage',
    label: t('Teams using it every day', '每天使用的小组'),
    value: 2,
    before: 2,
    source: null,
  },
  { section: 'support', label: t('Tickets', '工单数'), value: 14, before: 22, source: desk },
  {
    section: 'support',
    label: t('Urgent among them', '其中紧急'),
    value: 1,
    before: 3,
    remark: t('The export stopped; solved in four hours', '导出中断，四小时解决'),
    source: desk,
  },
  {
    section: 'support',
    label: t('Time to a solution', '解决时长'),
    value: 9,
    before: 15,
    unit: t('h', '小时'),
    source: desk,
  },
  {
    section: 'feedback',
    label: t('Advice for returned goods', '退货商品也给建议'),
    value: null,
    before: null,
    remark: t('On the plan for next quarter', '已排入下季度'),
    source: t('Request 214', '需求 214'),
  },
  {
    section: 'feedback',
    label: t('A screen for the dock', '月台大屏'),
    value: null,
    before: null,
    remark: t(
      'Declined: the morning list does it. Shown to Tang Wei.',
      '不做：晨间清单已能满足，已向唐薇演示',
    ),
    source: t('Request 198', '需求 198'),
  },
];

const inside: readonly Reported<InsideFigureSection>[] = [
  {
    section: 'usage',
    label: t('Our own score', '内部评分'),
    value: 72,
    before: 64,
    remark: t('Write-offs hold it down', '被报损拖住'),
    source: t('Health sheet', '健康度表'),
  },
  {
    section: 'risk',
    label: t('The returns team never logged in', '退货组从未登录'),
    value: null,
    before: null,
    remark: t('Training offered for January; He Jun has not answered', '提议一月培训，何军未答复'),
    source: t('Call with Tang Wei', '与唐薇通话'),
  },
];

/** What the CSM wrote of usage, support, feedback, health and risks into the review being prepared. */
export async function sampleFigures(
  trx: Writer,
  qbrId: number,
  language: Language,
  today: IsoDate,
): Promise<void> {
  const asOf = addDays(today, -4);
  const line = <Section>({ section, label, value, before, unit, remark, source }: Reported<Section>) => ({
    section,
    label: label[language],
    value,
    before,
    unit: unit?.[language] ?? '',
    remark: remark?.[language] ?? null,
    source: source?.[language] ?? null,
    asOf,
  });
  for (const each of reported) await addQbrLine(trx, 'qbr_figure', qbrId, line(each));
  for (const each of inside) await addQbrLine(trx, 'qbr_inside_figure', qbrId, line(each));
}
