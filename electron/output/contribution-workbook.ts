import { asOfDay, contribution } from '../../db/domain/contribution.ts';
import type { Language } from '../../db/domain/language.ts';
import type { Period } from '../../db/domain/period.ts';
import type { Slice } from '../../db/domain/segment.ts';
import type { Book } from '../../db/open.ts';
import { today } from '../../db/queries/book.ts';
import { contributionFacts } from '../../db/queries/contribution.ts';
import { letterhead } from '../../db/queries/letterhead.ts';
import { wordsIn } from '../words.ts';
import { contributionSheets } from '../workbook/sheets/contribution.ts';
import { workbookBytes } from '../workbook/workbook.ts';

/** What customer success contributed as the bytes of a workbook, for the house only: it names accounts beside each other. */
export async function contributionWorkbook(
  book: Book,
  { period, slice, language }: { period: Period; slice: Slice; language: Language },
): Promise<Uint8Array> {
  const asOf = asOfDay(period, await today(book));
  const facts = await contributionFacts(book.db, slice);
  const shown = contribution(facts, { from: period.from, to: asOf });
  const t = wordsIn(language);
  const { logo } = await letterhead(book.db);
  return workbookBytes(
    contributionSheets({ ...shown, period, asOf, baseCurrency: facts.baseCurrency, logo, t }),
    {
      is: 'contribution',
      title: t('contribution.title'),
      language,
      created: book.now(),
      words: { yes: t('app.yes'), no: t('app.no') },
    },
  );
}
