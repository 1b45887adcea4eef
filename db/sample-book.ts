import { describeBook } from './book/query.ts';
import type { Book } from './open.ts';
import { initialize } from './record.ts';
import { sampleAccounts } from './sample-book/account.ts';
import { sampleAssessments } from './sample-book/assessment.ts';
import { sampleCustomFields } from './sample-book/custom-field.ts';
import { sampleGoals } from './sample-book/goal.ts';
import { sampleHandoffs } from './sample-book/handoff.ts';
import { sampleMilestones } from './sample-book/milestone.ts';
import { sampleReviews } from './sample-book/qbr.ts';
import { sampleRisks } from './sample-book/risk.ts';
import { sampleSegments } from './sample-book/segment.ts';
import { sampleSyncs } from './sample-book/sync.ts';
import { sampleValuePoints } from './sample-book/value-point.ts';
import { dateIn } from './types/calendar.ts';
import type { Language } from './types/language.ts';
import { chooseCountry } from './working-calendar/query.ts';

/** Fills a new book with the story a newcomer is shown, told in their language, with dates around today. */
export async function fillSampleBook(book: Book, language: Language, timeZone: string): Promise<void> {
  const today = dateIn(timeZone, book.now());
  const owner = { en: 'Lin Yue', 'zh-CN': '林悦' }[language];
  await initialize(book, async (trx) => {
    await describeBook(trx, {
      name: { en: 'East China (sample)', 'zh-CN': '华东区（示例）' }[language],
      owner,
      base_currency: 'CNY',
      fiscal_year_start_month: 1,
      language,
      time_zone: timeZone,
      is_sample: 1,
      created_at: book.now().toISOString(),
    });
    await chooseCountry(trx, 'CN');
    await sampleAccounts(trx, language, today);
    await sampleCustomFields(trx, language);
    await sampleHandoffs(trx, language, today);
    await sampleSyncs(trx, language, today);
    await sampleAssessments(trx, language, today, owner);
    await sampleGoals(trx, language, today);
    await sampleRisks(trx, language, today);
    await sampleValuePoints(trx, language, today);
    await sampleSegments(trx, language, today);
    await sampleMilestones(trx, today);
    await sampleReviews(trx, language, today, book.now());
  });
}
