import { letterhead } from '../../db/letterhead/query.ts';
import type { Book } from '../../db/open.ts';
import { Page } from '../files/workbook/page.ts';
import { sheetName } from '../files/workbook/sheet.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { messagesIn } from '../messages.ts';
import { accountCard, accountCardName, type CardWanted } from './card.ts';

/** An account's card as a workbook of one sheet that is printed on one page. @throws Failure record.not-found */
export async function accountCardWorkbook(book: Book, wanted: CardWanted): Promise<Uint8Array> {
  const { audience, language } = wanted;
  const { name, asOf, facts, sections } = await accountCard(book, wanted);
  const t = messagesIn(language);
  const labels = { yes: t('app.yes'), no: t('app.no') };
  const page = new Page(sheetName(name), [44, 22, 20, 24, 18], labels);
  const day = t('account.card.asOf', { day: asOf });
  page.logo((await letterhead(book.db)).logo);
  page.title(name, audience === 'internal' ? `${day} · ${t('qbr.internalVersion')}` : day);
  page.pairs(facts.map(({ label, text }) => ({ label, format: 'text', value: text })));
  if (facts.length > 0) page.gap();
  for (const { writeTo } of sections) writeTo(page);
  return workbookBytes([page.sheet({ portrait: true, onePage: true })], {
    is: 'account-card',
    title: await accountCardName(book, wanted),
    language,
    created: book.now(),
    labels,
  });
}
