import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { bookFigures } from './figure-query.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
  book.sqlite.exec(`insert into action (at, key, kind) values ('2026-11-01T00:00:00.000Z', 'account.create', 'do');
    insert into segmentation_scheme (name, kind, position) values ('Size', 'a-priori', 1);
    insert into segment (scheme_id, name, position, is_validated) values (1, 'Proven', 1, 1), (1, 'Open', 2, 0)`);
});
afterEach(() => book.close());

/** An account with its contracts, `start end`, each paying unless its amount says otherwise. */
function account(terms: readonly string[], { segment = 0, amount = 100 } = {}): number {
  const { lastInsertRowid } = book.sqlite.prepare(`insert into account (name) values ('x')`).run();
  const id = Number(lastInsertRowid);
  for (const term of terms) {
    const [from, to] = term.split(' ');
    book.sqlite
      .prepare(
        `insert into contract (account_id, amount_minor, currency, billing_period, start_on, end_on) values (?, ?, 'CNY', 'year', ?, ?)`,
      )
      .run(id, amount, from, to ?? null);
  }
  if (segment > 0)
    book.sqlite.exec(
      `insert into segment_placement (scheme_id, segment_id, account_id, placed_by) values (1, ${segment}, ${id}, 'hand')`,
    );
  return id;
}

const goal = (id: number, direction: string, target: number, readings: readonly [string, number][]) => {
  const { lastInsertRowid } = book.sqlite
    .prepare(`insert into goal (account_id, metric, direction, target) values (?, 'm', ?, ?)`)
    .run(id, direction, target);
  for (const [on, value] of readings)
    book.sqlite
      .prepare(`insert into goal_reading (goal_id, read_on, value) values (?, ?, ?)`)
      .run(lastInsertRowid, on, value);
};

const on = '2026-11-22';

test('an empty book has none of anything', async () => {
  expect(Object.values(await bookFigures(book.db, on))).toEqual(Array(7).fill(0));
});

test('a customer is who pays on the day; the last day counts', async () => {
  account(['2026-01-01 2026-11-22']);
  account(['2026-01-01 2026-11-21']);
  account(['2026-11-22']);
  account(['2026-11-23 2027-11-22']);
  account(['2026-01-01 2026-12-31'], { amount: 0 });
  expect((await bookFigures(book.db, on)).customers).toBe(2);
});

test('an outcome is reached by the latest reading, in the goal’s direction', async () => {
  goal(account(['2025-01-01']), 'increase', 10, [
    ['2026-01-01', 9],
    ['2026-02-01', 10],
  ]);
  goal(account(['2025-01-01']), 'increase', 10, [
    ['2026-01-01', 12],
    ['2026-02-01', 9],
  ]);
  goal(account(['2025-01-01']), 'decrease', 10, [['2026-01-01', 9]]);
  goal(account(['2025-01-01']), 'decrease', 10, []);
  expect(await bookFigures(book.db, on)).toMatchObject({ customers: 4, 'customers-with-outcome': 2 });
});

test.each([
  { terms: ['2024-11-22 2025-11-21'], due: 0, renewed: 0 }, // a day too long ago
  { terms: ['2024-11-23 2025-11-23'], due: 1, renewed: 0 },
  { terms: ['2025-06-01 2026-05-31', '2026-06-01 2027-05-31'], due: 1, renewed: 1 },
  { terms: ['2025-06-01 2026-05-31', '2026-06-30 2027-05-31'], due: 1, renewed: 1 }, // 30 days later
  { terms: ['2025-06-01 2026-05-31', '2026-07-01 2027-05-31'], due: 1, renewed: 0 },
  { terms: ['2025-06-01 2026-05-31', '2025-01-01'], due: 1, renewed: 1 }, // another contract ran on
  { terms: ['2025-11-23 2026-11-22'], due: 0, renewed: 0 }, // ends today: still running
])('of $terms $due came to its end and $renewed went on', async ({ terms, due, renewed }) => {
  account(terms);
  expect(await bookFigures(book.db, on)).toMatchObject({
    'customers-up-for-renewal': due,
    'customers-renewed': renewed,
  });
});

test('customers are won by their first contract, counted by quarters back from the day', async () => {
  for (const term of ['2025-11-22', '2025-11-23', '2026-02-22', '2026-02-23', '2026-05-30', '2026-11-22'])
    account([term], { segment: 1 });
  account(['2026-09-01'], { segment: 2 });
  account(['2024-01-01 2025-12-31', '2026-01-01']);
  const figures = await bookFigures(book.db, on);
  expect(figures).toMatchObject({
    'customers-won': 6,
    'customers-won-in-proven-segment': 5,
    'customers-won-in-leanest-quarter': 1, // the quarters hold 2, 1, 1 and 2
  });
});
