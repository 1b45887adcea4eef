import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { exportedCount } from '../../db/export/query.ts';
import type { Book } from '../../db/open.ts';
import { languages } from '../../db/types/language.ts';
import { period, slice } from '../api/field.ts';
import { contributionWorkbook } from '../contribution/workbook.ts';
import { exportBook } from '../export/book.ts';
import { saveExport } from '../export/save-export.ts';
import { healthWorkbook } from '../health/workbook.ts';
import { comparisonWorkbook } from '../maturity/comparison-workbook.ts';
import { assessmentDeck } from '../maturity/deck.ts';
import { assessmentWorkbook } from '../maturity/workbook.ts';
import { qbrDeck } from '../qbr/deck.ts';
import { qbrRecapFile } from '../qbr/recap.ts';
import { qbrWorkbook } from '../qbr/workbook.ts';
import type { Working } from './jobs.ts';

const language = z.enum(languages);
const version = { id: z.int(), audience: z.enum(['customer', 'internal']), language };

/** Every file that is written in a thread of its own, with what it is written from. */
export const output = z.discriminatedUnion('is', [
  z.object({ is: z.literal('book'), language }),
  z.object({ is: z.literal('contribution-workbook'), period, slice, language }),
  z.object({ is: z.literal('health-workbook'), slice, language }),
  z.object({ is: z.literal('review-workbook'), ...version }),
  z.object({ is: z.literal('review-deck'), ...version }),
  z.object({ is: z.literal('review-recap'), id: z.int(), language }),
  z.object({ is: z.literal('comparison-workbook'), id: z.int(), language, chosen: z.array(z.int()) }),
  z.object({ is: z.literal('assessment-workbook'), ...version, against: z.int().optional() }),
  z.object({ is: z.literal('assessment-deck'), ...version, against: z.int().optional() }),
]);
export type Output = z.infer<typeof output>;

/** An output and the file it goes to. */
export type OutputFile = { readonly output: Output; readonly file: string };

/** Steps the files take together, for their progress: one for a file made in memory, one for each row of what is streamed. */
export function stepsOf(book: Book, files: readonly OutputFile[]): number {
  return files.reduce((sum, { output: { is } }) => sum + (is === 'book' ? exportedCount(book) : 1), 0);
}

/**
 * Writes one file, whole or not at all.
 * @throws Failure as the output and saveExport do; the signal's reason when cancelled
 */
export async function writeOutput(book: Book, { output, file }: OutputFile, working: Working): Promise<void> {
  if (output.is === 'book') {
    await exportBook(book, file, output.language, working);
    return;
  }
  const bytes = await bytesOf(book, output);
  await setImmediate(); // a cancel that came in meanwhile is heard before anything is written
  working.signal.throwIfAborted();
  await saveExport(file, bytes);
  working.advance(1);
}

function bytesOf(book: Book, output: Exclude<Output, { is: 'book' }>): Promise<Uint8Array> {
  switch (output.is) {
    case 'contribution-workbook':
      return contributionWorkbook(book, output);
    case 'health-workbook':
      return healthWorkbook(book, output);
    case 'review-workbook':
      return qbrWorkbook(book, output.id, output);
    case 'review-deck':
      return qbrDeck(book, output.id, output);
    case 'review-recap':
      return qbrRecapFile(book, output.id, output.language);
    case 'comparison-workbook':
      return comparisonWorkbook(book, output.id, output);
    case 'assessment-workbook':
      return assessmentWorkbook(book, output.id, output);
    case 'assessment-deck':
      return assessmentDeck(book, output.id, output);
  }
}
