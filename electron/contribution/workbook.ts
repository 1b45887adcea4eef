import { today } from '../../db/book/query.ts';
import { contributionFacts } from '../../db/contribution/query.ts';
import { asOfDay, contribution } from '../../db/contribution/rule.ts';
import { letterhead } from '../../db/letterhead/query.ts';
import type { Book } from '../../db/open.ts';
import type { Slice } from '../../db/segment/rule.ts';
import type { Language } from '../../db/types/language.ts';
import type { Period } from '../../db/types/period.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { messagesIn } from '../messages.ts';
import { contributionSheets } from './sheet.ts';

/** What customer success contributed as the bytes of a workbook, for the house only: it names accounts beside each other. */
export async function contributionWorkbook(
  book: Book,
  { period, slice, language }: { period: Period; slice: Slice; language: Language },
): Promise<Uint8Array> {
  const now = await today(book);
  const asOf = asOfDay(period, now);
  const facts = await contributionFacts(book.db, slice, now);
  const shown = contribution(facts, { from: period.from, to: asOf });
  const t = messagesIn(language);
  const { logo } = await letterhead(book.db);
  return workbookBytes(
    contributionSheets({ ...shown, period, asOf, baseCurrency: facts.baseCurrency, logo, t }),
    {
      is: 'contribution',
      title: t('contribution.title'),
      language,
      created: book.now(),
      labels: { yes: t('app.yes'), no: t('app.no') },
    },
  );
}
