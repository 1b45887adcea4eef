import path from 'node:path';
import { sql } from 'kysely';
import { today } from '../../db/book/query.ts';
import { createChangeTriggers, dropChangeTriggers } from '../../db/change-log.ts';
import { backTest, type EndedContract } from '../../db/health/back-test.ts';
import { endedContracts } from '../../db/health/back-test-query.ts';
import { gatherHealth, scoreAll } from '../../db/health/gather-query.ts';
import { createMeasure } from '../../db/health/measure-query.ts';
import { type HealthModel, usualRules } from '../../db/health/model.ts';
import { saveModel } from '../../db/health/model-query.ts';
import { healthPortfolio } from '../../db/health/portfolio-query.ts';
import { currentHealth } from '../../db/health/status-query.ts';
import type { Book } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import { bareStatements } from './bare-sql.ts';
import { bigBook } from './big-book.ts';
import { alone } from './measure.ts';
import type { Line } from './table.ts';

const now = () => new Date('2026-11-22T09:00:00.000Z');
const measures = 20;
const ended = 2000;

/**
 * Health of a book with 20 measures read monthly: scoring all of it (300 ms, at most twice the bare statements), one account
 * after an edit (5 ms), the portfolio (50 ms) and a back-test of 2,000 ended contracts (500 ms).
 * @param months of readings; scoring asks only for the latest
 */
export async function measureHealth(folder: string, accounts: number, months: number): Promise<Line[]> {
  const book = await bigBook(path.join(folder, `health-${accounts}.tenure`), accounts, now);
  try {
    const model = modelOf();
    await record(book, { key: 'health.save-model' }, async (trx) => {
      for (let at = 1; at <= measures; at += 1)
        await createMeasure(
          trx,
          {
            name: `Measure ${at}`,
            nameZh: null,
            unit: '%',
            direction: 'increase',
            mode: 'imported',
            least: null,
            most: null,
          },
          `m${at}`,
        );
      await saveModel(trx, null, { model, segmentIds: [] }, '2026-11-22');
    });
    await fillReadings(book, months);
    await currentHealth(book);
    const day = await today(book);
    const all = async () => scoreAll(await gatherHealth(book.db, day, null), day);
    const whole = await alone(all, 7);
    const floor = await alone(await bareStatements(book, ({ db }) => gatherHealth(db, day, null)), 7);
    const id = Math.ceil(accounts / 2);
    const one = await alone(async () => scoreAll(await gatherHealth(book.db, day, [id]), day), 31);
    const portfolio = await alone(() => healthPortfolio(book.db, day), 7);
    const contracts = syntheticContracts();
    const tested = await alone(() => backTest(contracts, model, { days: 90, alarm: 'red' }), 7);
    const gathered = await alone(() => endedContracts(book.db, day, 'recorded'), 3);
    const name = `health, ${measures} measures × ${months} months`;
    const line = { accounts, floor: null, ratio: null };
    return [
      { accounts, name: `${name}: score the book`, product: whole, floor, ratio: whole / floor },
      { ...line, name: `${name}: one account after an edit`, product: one },
      { ...line, name: `${name}: portfolio`, product: portfolio },
      { ...line, name: `${name}: back-test of ${ended}`, product: tested },
      { ...line, name: `${name}: gather the ended contracts`, product: gathered },
    ];
  } finally {
    await book.close();
  }
}

/** Without the change log, whose writing is measured elsewhere. */
async function fillReadings(book: Book, months: number): Promise<void> {
  await book.db.transaction().execute(async (trx) => {
    dropChangeTriggers(book.sqlite);
    book.sqlite.exec('drop trigger health_reading_added');
    await sql`
    insert into health_reading (account_id, measure_id, read_on, value)
    select account.id, health_measure.id, date('2026-11-20', '-' || month.value || ' months'),
      (account.id * 31 + health_measure.id * 17 + month.value * 7) % 101
    from json_each(${JSON.stringify(Array.from({ length: months }, (_, at) => at))}) month
      cross join account cross join health_measure`.execute(trx);
    await sql`
    insert into health_latest (account_id, measure_id, read_on, value)
    select account_id, measure_id, read_on, value from health_reading where read_on = '2026-11-20'`.execute(
      trx,
    );
    createChangeTriggers(book.sqlite);
  });
}

function modelOf(): HealthModel {
  const name = { en: 'Bench', 'zh-CN': 'Bench' };
  return {
    ...usualRules,
    name,
    groups: [0, 1, 2, 3].map((group) => ({
      key: `g${group}`,
      name,
      weight: 25,
      measures: [1, 2, 3, 4, 5].map((at) => ({
        measure: `m${group * 5 + at}`,
        weight: 20,
        curve: [
          [0, 0],
          [50, 60],
          [100, 100],
        ],
        maximumAgeDays: 45,
      })),
    })),
    exceptions: [],
  };
}

function syntheticContracts(): EndedContract[] {
  return Array.from({ length: ended }, (_, at) => {
    const on = '2026-06-01';
    const values = Object.fromEntries(
      Array.from({ length: measures }, (__, index) => [
        `m${index + 1}`,
        { value: (at * 13 + index * 7) % 101, on },
      ]),
    );
    const known = { on, since: null, values };
    return {
      contractId: at,
      accountId: at,
      account: `Account ${at}`,
      product: null,
      endedOn: '2026-08-30',
      outcome: at % 5 === 0 ? 'left' : 'renewed',
      before: { 30: known, 90: known, 180: known },
    };
  });
}
