import type { MaturityShown } from '../../../db/qbr/content.ts';
import type { Sheet } from '../../files/workbook/sheet.ts';
import type { QbrVersion } from '../version.ts';
import { nothingYet, sectionSheet } from './section-page.ts';

type Line = { readonly name: string; readonly now: number | null; readonly before: number | null };

/** How mature the customer was and is: the levels by dimension, and both as a radar. */
export function maturitySheet(review: QbrVersion): Sheet {
  const { t, content, language } = review;
  const { now, before } = content.maturity;
  return sectionSheet(review, 'maturity', [30, 14, 14, 14, 20, 20], (page) => {
    if (!now) {
      nothingYet(page, review);
      return;
    }
    page.pairs([
      { label: t('qbr.maturityModel'), format: 'text', value: now.model[language] },
      { label: t('qbr.maturityNow'), format: 'text', value: sentence(now, review) },
      {
        label: t('qbr.maturityBefore'),
        format: 'text',
        value: before ? sentence(before, review) : t('qbr.noMaturityBefore'),
      },
    ]);
    page.gap();
    const earlier = new Map(before?.dimensions.map(({ name, score }) => [name.en, score]));
    const lines = now.dimensions.map(
      ({ name, score }): Line => ({ name: name[language], now: score, before: earlier.get(name.en) ?? null }),
    );
    const table = page.table<Line, 'name' | 'before' | 'now' | 'change'>(
      [
        { key: 'name', heading: t('qbr.dimension'), format: 'text', value: ({ name }) => name },
        { key: 'before', heading: t('qbr.then'), format: 'decimal', value: (line) => line.before },
        { key: 'now', heading: t('qbr.now'), format: 'decimal', value: (line) => line.now },
        {
          key: 'change',
          heading: t('qbr.change'),
          format: 'decimal',
          value: (line) => (line.now === null || line.before === null ? null : line.now - line.before),
        },
      ],
      lines,
    );
    page.gap();
    page.charts(
      [
        {
          kind: 'radar',
          title: now.model[language],
          categories: table.values('name'),
          series: [
            { name: table.heading('now'), values: table.values('now') },
            ...(before?.dimensions.length
              ? [{ name: table.heading('before'), values: table.values('before'), reference: true }]
              : []),
          ],
          minimum: 0,
          maximum: now.highest,
          step: 1,
        },
      ],
      16, // table and chart stay on one printed page
    );
  });
}

function sentence({ assessedOn, overall, stage }: MaturityShown, { t, language }: QbrVersion): string {
  const word = stage ? stage[language] : t('qbr.noStage');
  return overall === null ? `${word} · ${assessedOn}` : `${word} · ${overall.toFixed(2)} · ${assessedOn}`;
}
