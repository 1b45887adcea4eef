import { narrativeColumns } from '../../../db/qbr/content.ts';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import { isPartShown } from '../../../db/qbr/left-out.ts';
import { Page } from '../../files/workbook/page.ts';
import { type Sheet, sheetName } from '../../files/workbook/sheet.ts';
import { type QbrVersion, titleOf } from '../version.ts';

/** A section of the review, or one of the sheets that go with them. */
export type QbrSheetKey = QbrSection | 'summary' | 'value' | 'readings';

/** The name of a sheet, as other sheets link to it. */
export function sectionSheetName({ t }: QbrVersion, section: QbrSheetKey): string {
  return sheetName(t(`qbr.section.${section}`));
}

/** A page in the review's language. */
export function pageOf({ t }: QbrVersion, name: string, widths: readonly number[]): Page {
  return new Page(name, widths, { yes: t('app.yes'), no: t('app.no') });
}

/**
 * The sheet of a section: what happened, what it means and what comes next first, then what `fill` writes, then, in the internal version, what to say and what
 * may be asked.
 */
export function sectionSheet(
  review: QbrVersion,
  section: QbrSection,
  widths: readonly number[],
  fill: (page: Page) => void,
): Sheet {
  const { t, content } = review;
  const labels = content.sections.find((shown) => shown.section === section);
  const page = pageOf(review, sectionSheetName(review, section), widths);
  page.title(t(`qbr.section.${section}`), titleOf(review));
  for (const column of narrativeColumns) {
    const text = labels?.[column];
    if (!text) continue;
    page.section(t(`qbr.${column}`));
    page.text(text);
    page.gap();
  }
  fill(page);
  const inside = [
    { heading: t('qbr.talkingPoint'), text: labels?.talkingPoint },
    { heading: t('qbr.question'), text: labels?.question },
  ];
  for (const { heading, text } of inside) {
    if (!text) continue;
    page.gap();
    page.section(t('qbr.insideOnly', { heading }));
    page.text(text);
  }
  return page.sheet();
}

/** A line where a section has nothing to show, so that an empty sheet isn't taken for a lost one; for the customer nothing. */
export function nothingYet(page: Page, { t, content }: QbrVersion): void {
  if (isPartShown(content, [])) page.text(t('qbr.nothing'), 'muted');
}

/** A part under its own heading. One without anything in it is left out of the customer's version, heading and all. */
export function headedPart<Row>(
  page: Page,
  review: QbrVersion,
  heading: string,
  rows: readonly Row[],
  fill: (rows: readonly Row[]) => void,
): void {
  if (!isPartShown(review.content, rows)) return;
  page.section(heading);
  if (rows.length === 0) nothingYet(page, review);
  else fill(rows);
}
