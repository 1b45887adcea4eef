import type { Logo } from '../../db/letterhead/rule.ts';
import { hasWords, isPartShown } from '../../db/qbr/left-out.ts';
import type { Sheet } from '../files/workbook/sheet.ts';
import { askSheet, commitmentsSheet } from './sheets/commitments.ts';
import { figureSheet, riskSheet } from './sheets/figures.ts';
import { expansionSheet, stakeholderSheet } from './sheets/inside.ts';
import { maturitySheet } from './sheets/maturity.ts';
import { agendaSheet, difficultySheet, planSheet, whySheet } from './sheets/meeting.ts';
import { outcomesSheet } from './sheets/outcomes.ts';
import { readingsSheet } from './sheets/readings.ts';
import type { QbrSheetKey } from './sheets/section-page.ts';
import { summarySheet } from './sheets/summary.ts';
import { valueSheet } from './sheets/value.ts';
import type { QbrVersion } from './version.ts';

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
