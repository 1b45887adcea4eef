import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BookRow, type Facts, planImport } from './plan.ts';
import { accountRules, contactRules, contractRules, noteRules } from './rules.ts';

const rows = (...facts: Facts[]) => facts.map((each, index) => ({ row: index + 2, facts: each }));
const book = (...facts: Facts[]): BookRow[] =>
  facts.map((each, index) => ({ id: index + 1, facts: { status: 'active', tags: '[]', ...each } }));

describe('accounts', () => {
  const plan = (file: Facts[], known: Facts[] = []) =>
    planImport(rows(...file), book(...known), accountRules);

  test('are the same by key, and blank cells never overwrite', () => {
    const { alterations, additions } = plan(
      [{ key: 'A-1', name: 'Acme Corp', industry: null }],
      [{ key: 'A-1', name: 'Acme', industry: 'Robotics' }],
    );
    expect(additions).toEqual([]);
    expect(alterations).toMatchObject([
      { id: 1, before: { name: 'Acme' }, after: { name: 'Acme Corp' }, rows: [2] },
    ]);
  });

  test('are the same by name where one has no key, whatever the width, case and spaces', () => {
    const { alterations } = plan(
      [{ key: 'A-1', name: ' ＡＣＭＥ  corp' }],
      [{ key: null, name: 'Acme Corp' }],
    );
    expect(alterations).toMatchObject([{ id: 1, before: { key: null }, after: { key: 'A-1' } }]);
  });

  test('of one name and two keys are two', () => {
    const { additions, alterations } = plan([{ key: 'A-2', name: 'Acme' }], [{ key: 'A-1', name: 'Acme' }]);
    expect([additions.length, alterations.length]).toEqual([1, 0]);
  });

  test('twice in a file are one, the later values counting', () => {
    const { additions } = plan([
      { key: 'A-1', name: 'Acme', industry: 'Retail', region: 'East' },
      { key: null, name: 'acme', industry: 'Robotics' },
      { key: 'A-1', name: null, tier: 'A' },
    ]);
    expect(additions).toMatchObject([
      {
        id: -1,
        rows: [2, 4, 3],
        facts: { key: 'A-1', name: 'acme', industry: 'Robotics', region: 'East', tier: 'A' },
      },
    ]);
  });

  test('that could be several in the book are refused, as are new ones without a name', () => {
    const { refused } = plan(
      [
        { key: null, name: 'Acme' },
        { key: 'A-9', name: null },
      ],
      [
        { key: 'A-1', name: 'Acme' },
        { key: 'A-2', name: 'Acme' },
      ],
    );
    expect(refused).toEqual([
      { row: 2, reason: 'several-match', column: 'name' },
      { row: 3, reason: 'missing', column: 'name' },
    ]);
  });
});

test('contacts are the same within their account by e-mail, else by name', () => {
  const known = book(
    { account_id: 1, name: '李雷', email: 'li@a.cn' },
    { account_id: 2, name: '李雷', email: null },
  );
  const { additions, alterations } = planImport(
    rows(
      { account_id: 1, name: 'Li Lei', email: 'LI@a.cn' },
      { account_id: 2, name: '李雷', email: 'lei@b.cn' },
      { account_id: 1, name: '李雷', email: 'other@a.cn' },
    ),
    known,
    contactRules,
  );
  expect(alterations.map(({ id, after }) => [id, after])).toEqual([
    [1, { name: 'Li Lei', email: 'LI@a.cn' }],
    [2, { email: 'lei@b.cn' }],
  ]);
  expect(additions).toHaveLength(1);
});

test('a note is only ever added, and once', () => {
  const note = { account_id: 1, occurred_on: '2026-11-22', kind: 'call', body: 'Hello' };
  const { additions, unchanged } = planImport(
    rows(note, note, { ...note, body: 'Bye' }),
    book(note),
    noteRules,
  );
  expect([additions.length, unchanged]).toEqual([1, [2, 3]]);
});

describe('contracts', () => {
  const term = { account_id: 1, start_on: '2026-01-01', end_on: '2026-12-31' };
  const added = (facts: Facts) =>
    planImport(rows({ ...term, ...facts }), [], contractRules('CNY')).additions[0]?.facts;

  test.each<[string, Facts, Facts]>([
    [
      'a monthly amount',
      { monthly_figure: 100 },
      { billing_period: 'month', amount_minor: 10_000, annual_minor: 120_000 },
    ],
    [
      'an annual amount',
      { yearly_figure: 1000 },
      { billing_period: 'year', amount_minor: 100_000, annual_minor: 100_000 },
    ],
    [
      'a yearly contract with both, by the year',
      { monthly_figure: 83.33, yearly_figure: 1000, billing_period: 'year' },
      { amount_minor: 100_000, annual_minor: 100_000 },
    ],
    [
      'a monthly contract with both, by the month',
      { monthly_figure: 83.33, yearly_figure: 1000, billing_period: 'month' },
      { amount_minor: 8333, annual_minor: 99_996 },
    ],
    [
      'a monthly amount of a yearly contract',
      { monthly_figure: 100, billing_period: 'year' },
      { amount_minor: 120_000 },
    ],
    [
      'an annual amount paid quarterly',
      { yearly_figure: 1000, billing_period: 'quarter' },
      { amount_minor: 25_000 },
    ],
    [
      'an amount of a term',
      { paid_figure: 500 },
      { billing_period: 'term', amount_minor: 50_000, annual_minor: 50_000 },
    ],
    [
      'an amount without an end',
      { paid_figure: 500, end_on: null },
      { billing_period: 'year', amount_minor: 50_000, annual_minor: 50_000 },
    ],
    ['yen', { paid_figure: 500, currency: 'JPY' }, { amount_minor: 500, currency: 'JPY' }],
    ['no currency', { paid_figure: 0.1 + 0.2 }, { amount_minor: 30, currency: 'CNY' }],
  ])('%s become what is paid per period', (_, stated, kept) => {
    expect(added(stated)).toMatchObject(kept);
    expect(added(stated)).not.toHaveProperty('paid_figure');
  });

  test('that end before they start, or lack an amount, are refused', () => {
    const { refused } = planImport(
      rows(
        { ...term, product: 'a', end_on: '2025-12-31', paid_figure: 1 },
        { ...term, product: 'b', start_on: null, paid_figure: 1 },
        { ...term, product: 'c' },
      ),
      [],
      contractRules('CNY'),
    );
    expect(refused.map(({ reason, column }) => [reason, column])).toEqual([
      ['ends-before-start', 'end_on'],
      ['missing', 'start_on'],
      ['missing', 'amount_minor'],
    ]);
  });

  test('keep their currency and period when a file says the amount alone', () => {
    const facts = added({ key: 'C-1', paid_figure: 100, currency: 'EUR', billing_period: 'quarter' }) ?? {};
    const { alterations } = planImport(
      rows({ key: 'C-1', account_id: 1, paid_figure: 120 }),
      [{ id: 7, facts }],
      contractRules('CNY'),
    );
    expect(alterations).toMatchObject([{ id: 7, after: { amount_minor: 12_000, annual_minor: 48_000 } }]);
    expect(Object.keys(alterations[0]?.after ?? {})).toEqual(['amount_minor', 'annual_minor']);
  });
});

test('whatever a file says, importing it again changes nothing', () => {
  const text = fc.constantFrom('A', 'a', 'B', 'C', null);
  const facts = fc.record({
    key: fc.constantFrom('1', '2', '3', null),
    name: text,
    industry: text,
    tier: text,
  });
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 12 }), fc.array(facts, { maxLength: 6 }), (file, before) => {
      const first = apply([], planImport(rows(...before), [], accountRules));
      const second = apply(first, planImport(rows(...file), first, accountRules));
      const again = planImport(rows(...file), second, accountRules);
      expect([again.additions, again.alterations]).toEqual([[], []]);
    }),
  );
});

function apply(
  known: readonly BookRow[],
  { additions, alterations }: ReturnType<typeof planImport>,
): BookRow[] {
  const altered = known.map((row) => {
    const after = alterations.find(({ id }) => id === row.id)?.after;
    return after ? { ...row, facts: { ...row.facts, ...after } } : row;
  });
  return [...altered, ...additions.map(({ id, facts }) => ({ id: known.length - id, facts }))];
}
