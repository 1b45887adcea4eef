import { addDays } from '../../db/domain/calendar.ts';
import { viewQbr } from '../../db/queries/qbr-view.ts';
import { record } from '../../db/record.ts';
import { bookWithReview, reviewToday } from '../../db/testing/review.ts';
import { qbrDeck } from '../../electron/output/qbr-deck.ts';
import { qbrWorkbook } from '../../electron/output/qbr-workbook.ts';
import { alone } from './measure.ts';
import type { Line } from './table.ts';

const goals = 40;
const months = 36;
const notes = 2_000;

/**
 * A review of one account with 40 goals read every month for three years and 2,000 timeline entries: putting it together from
 * the book (at most 100 ms), and its workbook (2 s) and slides (3 s) as bytes.
 */
export async function measureReview(): Promise<Line[]> {
  const { book, accountId, qbrId } = await bookWithReview();
  try {
    await record(book, { key: 'qbr.edit' }, async (trx) => {
      for (let index = 0; index < goals; index++) {
        const { id } = await trx
          .insertInto('goal')
          .values({
            account_id: accountId,
            metric: `Metric ${index}`,
            unit: 'h',
            term: 'short',
            direction: 'decrease',
            baseline: 100,
            baseline_on: '2023-11-01',
            target: 20,
            due_on: '2026-12-31',
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const readings = Array.from({ length: months }, (_, month) => ({
          goal_id: id,
          read_on: addDays('2023-11-20', month * 30),
          value: 100 - 2 * month,
          source: 'WMS export',
        }));
        await trx.insertInto('goal_reading').values(readings).execute();
      }
      for (let index = 0; index < notes; index++)
        await trx
          .insertInto('note')
          .values({
            account_id: accountId,
            body: `Call ${index}`,
            occurred_on: addDays('2023-11-20', index % 1_090),
          })
          .execute();
    });
    const version = { audience: 'customer', language: 'en' } as const;
    const line = async (name: string, work: () => Promise<unknown>): Promise<Line> => ({
      name,
      accounts: 1,
      product: await alone(work),
      floor: null,
      ratio: null,
    });
    return [
      await line('review of 40 goals put together', () => viewQbr(book.db, qbrId, reviewToday)),
      await line('its workbook', () => qbrWorkbook(book, qbrId, version)),
      await line('its slides', () => qbrDeck(book, qbrId, version)),
    ];
  } finally {
    await book.close();
  }
}
