import type { ClaimShown } from '../../../db/qbr/content.ts';
import type { Money } from '../../../db/types/money.ts';
import { formulaText, sourceText } from '../../../db/value/proof.ts';
import type { Page } from '../../files/workbook/page.ts';
import type { Sheet } from '../../files/workbook/sheet.ts';
import { type QbrVersion, titleOf } from '../version.ts';
import { nothingYet, pageOf, sectionSheetName } from './section-page.ts';

const widths = [30, 16, 24, 11, 11, 17, 12, 12, 13, 18, 30, 30];

/** What the outcomes were worth: the sums with the return and its formula, then every claim with the formula behind it. */
export function valueSheet(review: QbrVersion): Sheet {
  const page = pageOf(review, sectionSheetName(review, 'value'), widths);
  page.title(review.t('qbr.section.value'), titleOf(review));
  writeValue(page, review);
  return page.sheet();
}

function writeValue(page: Page, review: QbrVersion): void {
  const { t, content } = review;
  const { signed, unsigned, price, roi, countedOver, claims } = content.value;
  if (claims.length === 0) {
    nothingYet(page, review);
    return;
  }
  const period = countedOver ?? content.review.period;
  page.pairs([
    ...moneyPairs(t('value.signed'), signed),
    ...moneyPairs(t('value.unsigned'), unsigned),
    ...moneyPairs(t('value.paid'), price.kind === 'price' ? price.amounts : []),
    { label: t('value.countedOver'), format: 'text', value: t('qbr.period', period) },
    roi.kind === 'roi'
      ? { label: t('value.roi'), format: 'decimal', value: roi.ratio, note: t('value.roiFormula') }
      : { label: t('value.roi'), format: 'text', value: t(`value.roiGap.${roi.gap}`) },
  ]);
  page.text(t('value.roiFormula'), 'muted');
  page.gap();
  claimTable(page, review, claims);
  page.text(t('value.unsignedMarked'), 'muted');
}

function moneyPairs(label: string, amounts: readonly Money[]) {
  return amounts.map((value) => ({ label, format: 'money' as const, value }));
}

function claimTable(page: Page, review: QbrVersion, claims: readonly ClaimShown[]): void {
  const { t, language, audience } = review;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const table = page.table<ClaimShown, string>(
    [
      {
        key: 'outcome',
        heading: t('value.outcome'),
        format: 'text',
        value: ({ outcome }) => outcome,
        wrap: true,
      },
      {
        key: 'valuePoint',
        heading: t('goal.valuePoint'),
        format: 'text',
        value: (claim) => claim.valuePoint,
        wrap: true,
      },
      {
        key: 'promised',
        heading: t('value.promised'),
        format: 'text',
        value: (claim) => claim.promised,
        wrap: true,
      },
      { key: 'from', heading: t('value.from'), format: 'date', value: ({ period }) => period.from },
      { key: 'to', heading: t('value.to'), format: 'date', value: ({ period }) => period.to },
      {
        key: 'worth',
        heading: t('value.worth'),
        format: 'money',
        value: ({ worth }) => (worth.kind === 'worth' ? worth.money : null),
      },
      {
        key: 'standing',
        heading: t('value.standing'),
        format: 'text',
        value: (claim) => t(claim.signedOn ? 'value.isSigned' : 'value.isUnsigned'),
      },
      { key: 'signedOn', heading: t('value.signedOn'), format: 'date', value: ({ signedOn }) => signedOn },
      {
        key: 'signedBy',
        heading: t('value.signedBy'),
        format: 'text',
        value: ({ signedBy }) => signedBy,
        wrap: true,
      },
      {
        key: 'source',
        heading: t('goal.source'),
        format: 'text',
        value: (claim) => sourceText(claim) || t('value.unsourced'),
        wrap: true,
      },
      {
        key: 'formula',
        heading: t('value.formula'),
        format: 'text',
        value: ({ inputs, worth }) =>
          [
            formulaText(inputs, (value) => number.format(value)),
            worth.kind === 'unknown' ? t(`value.worthGap.${worth.gap}`) : '',
          ]
            .filter((part) => part !== '')
            .join(' · '),
        wrap: true,
      },
      {
        key: 'quote',
        heading: t(audience === 'internal' ? 'value.quoteAndNote' : 'value.quote'),
        format: 'text',
        value: ({ quote, note }) =>
          [quote, note ? t('qbr.insideNote', { note }) : null].filter((part) => part !== null).join(' '),
        wrap: true,
      },
    ],
    claims,
  );
  page.colour({ area: table.values('standing'), style: 'good', equals: t('value.isSigned') });
  page.colour({ area: table.values('standing'), style: 'warn', equals: t('value.isUnsigned') });
}
