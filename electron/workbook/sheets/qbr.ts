import type { Logo } from '../../../db/domain/letterhead.ts';
import { hasWords, isPartShown } from '../../../db/domain/qbr-left-out.ts';
import type { QbrVersion } from '../../output/qbr-version.ts';
import type { Sheet } from '../sheet.ts';
import { askSheet, commitmentsSheet } from './qbr/commitments.ts';
import { figureSheet, riskSheet } from './qbr/figures.ts';
import { expansionSheet, stakeholderSheet } from './qbr/inside.ts';
import { maturitySheet } from './qbr/maturity.ts';
import { agendaSheet, difficultySheet, planSheet, whySheet } from './qbr/meeting.ts';
import { outcomesSheet } from './qbr/outcomes.ts';
import { readingsSheet } from './qbr/readings.ts';
import type { QbrSheetKey } from './qbr/section-page.ts';
import { summarySheet } from './qbr/summary.ts';
import { valueSheet } from './qbr/value.ts';

/** A review as sheets: a summary, the sections in the review's order, and the readings behind the charts. */
export function qbrSheets(review: QbrVersion, logo: Logo | null): Sheet[] {
  const { sheet: readings, rows } = readingsSheet(review);
  const writers: Readonly<Record<Exclude<QbrSheetKey, 'summary'>, () => Sheet>> = {
    why: () => whySheet(review),
    outcomes: () => outcomesSheet(review, rows),
    value: () => valueSheet(review),
    commitments: () => commitmentsSheet(review),
    maturity: () => maturitySheet(review),
    usage: () => figureSheet(review, 'usage'),
    support: () => figureSheet(review, 'support'),
    feedback: () => figureSheet(review, 'feedback'),
    risk: () => riskSheet(review),
    stakeholder: () => stakeholderSheet(review),
    expansion: () => expansionSheet(review),
    difficulty: () => difficultySheet(review),
    plan: () => planSheet(review),
    ask: () => askSheet(review),
    agenda: () => agendaSheet(review),
    readings: () => readings,
  };
  const { content } = review;
  const sections = content.sections.flatMap((shown): Exclude<QbrSheetKey, 'summary'>[] =>
    shown.section === 'outcomes'
      ? [
          ...(isPartShown(content, content.goals) || hasWords(shown) ? (['outcomes'] as const) : []),
          ...(isPartShown(content, content.value.claims) ? (['value'] as const) : []),
        ]
      : [shown.section],
  );
  const keys = [
    ...sections,
    ...(isPartShown(content, rows.size > 0 ? [rows] : []) ? (['readings'] as const) : []),
  ];
  return [summarySheet(review, keys, logo), ...keys.map((key) => writers[key]())];
}
