import { goalStatuses } from '../../../db/goal/rule.ts';
import type { Logo } from '../../../db/letterhead/rule.ts';
import { comparedDays } from '../../../db/qbr/comparison.ts';
import type { Sheet } from '../../files/workbook/sheet.ts';
import { type QbrVersion, titleOf } from '../version.ts';
import { pageOf, type QbrSheetKey, sectionSheetName } from './section-page.ts';

/** The first sheet: which review, the few figures that matter, and the way to every other sheet. */
export function summarySheet(review: QbrVersion, sheets: readonly QbrSheetKey[], logo: Logo | null): Sheet {
  const { t, content, audience } = review;
  const { meetingOn, asOf } = content.review;
  const { compared, dates } = comparedDays(content);
  const page = pageOf(review, sectionSheetName(review, 'summary'), [34, 26, 26, 26]);
  page.logo(logo);
  page.title(titleOf(review), audience === 'internal' ? t('qbr.internalVersion') : undefined);
  page.pairs([
    { label: t('qbr.reviewed'), format: 'text', value: t(`qbr.compared.${compared}`, dates) },
    { label: t('qbr.asOf'), format: 'date', value: asOf },
    { label: t('qbr.meetingOn'), format: 'date', value: meetingOn },
  ]);
  page.gap();
  page.section(t('qbr.atAGlance'));
  const { signed, roi } = content.value;
  page.pairs([
    ...goalStatuses.map((status) => ({
      label: t('qbr.goalsThat', { status: t(`goal.status.${status}`) }),
      format: 'integer' as const,
      value: content.goals.filter((goal) => goal.status === status).length,
    })),
    ...signed.map((value) => ({ label: t('value.signed'), format: 'money' as const, value })),
    roi.kind === 'roi'
      ? { label: t('value.roi'), format: 'decimal', value: roi.ratio }
      : { label: t('value.roi'), format: 'text', value: t(`value.roiGap.${roi.gap}`) },
    ...(['kept', 'partly', 'broken'] as const).map((status) => ({
      label: t('qbr.commitmentsThat', { status: t(`qbr.scored.${status}`) }),
      format: 'integer' as const,
      value: content.commitments.filter((commitment) => commitment.status === status).length,
    })),
  ]);
  page.gap();
  page.section(t('qbr.sheets'));
  for (const sheet of sheets) {
    const link = sectionSheetName(review, sheet);
    page.row([{ format: 'text', value: link, link }]);
  }
  return page.sheet({ portrait: true });
}
