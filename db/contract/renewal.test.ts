import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../types/calendar.ts';
import { type RenewableContract, renewalOf, renewalOutcome, withAutomaticRenewals } from './renewal.ts';
import { isLiveOn } from './rule.ts';

const gapDays = 30;
const year: RenewableContract = {
  id: 1,
  product: 'Platform',
  startOn: '2026-01-01',
  endOn: '2026-12-31',
  renewsContractId: null,
  noticeDays: 30,
  autoRenews: null,
  noticeGivenOn: null,
};
const later = (facts: Partial<RenewableContract>): RenewableContract => ({
  ...year,
  id: 2,
  startOn: '2027-01-01',
  endOn: '2027-12-31',
  ...facts,
});

test.each([
  ['the next day', later({}), 30, true],
  ['thirty days after the end', later({ startOn: '2027-01-30' }), 30, true],
  ['thirty-one days after it', later({ startOn: '2027-01-31' }), 30, false],
  ['the next day where no gap is tolerated', later({}), 0, true],
  ['a day later where no gap is tolerated', later({ startOn: '2027-01-02' }), 0, false],
  ['before the end', later({ startOn: '2026-12-01' }), 30, true],
  ['and ends no later', later({ startOn: '2026-06-01', endOn: '2026-12-31' }), 30, false],
  ['for another product', later({ product: 'Analytics' }), 30, false],
  ['for the same product in other letters', later({ product: ' platform ' }), 30, true],
  [
    'linked, whenever and whatever it is',
    later({ startOn: '2028-01-01', product: 'X', renewsContractId: 1 }),
    0,
    true,
  ],
] as const)('a contract that begins %s', (_, next, gap, isRenewal) => {
  expect(renewalOf(year, [year, next], gap)).toBe(isRenewal ? next : null);
});

test.each([
  ['2026-12-31', null, 'open'],
  ['2027-01-30', null, 'open'],
  ['2027-01-31', null, 'not-renewed'],
  ['2026-12-31', '2026-11-01', 'open'],
  ['2027-01-01', '2026-11-01', 'not-renewed'],
] as const)('on %s a year with notice on %s is %s', (today, noticeGivenOn, outcome) => {
  expect(renewalOutcome({ ...year, noticeGivenOn }, [year], today, gapDays)).toBe(outcome);
});

const terms = (contracts: RenewableContract[], today: string, detail?: 'every') =>
  withAutomaticRenewals(contracts, today, gapDays, detail).map(({ startOn, endOn }) => [startOn, endOn]);
const automatic = { ...year, autoRenews: true };

test('a term is repeated by its own length, months keeping their day, until today is covered', () => {
  expect(terms([automatic], '2026-12-31')).toHaveLength(1);
  expect(terms([automatic], '2027-01-01').at(-1)).toEqual(['2027-01-01', '2027-12-31']);
  const month = { ...automatic, startOn: '2026-01-31', endOn: '2026-02-27' };
  expect(terms([month], '2026-04-10', 'every')).toEqual([
    ['2026-01-31', '2026-02-27'],
    ['2026-02-28', '2026-03-30'],
    ['2026-03-31', '2026-04-29'],
  ]);
  const days = { ...automatic, endOn: '2026-01-10' };
  expect(terms([days], '2026-01-25', 'every').at(-1)).toEqual(['2026-01-21', '2026-01-30']);
  expect(terms([{ ...year, autoRenews: false }], '2030-01-01')).toHaveLength(1);
});

test('notice in time ends it with the term it was given in, late notice with the next', () => {
  const noticed = (noticeGivenOn: string) =>
    terms([{ ...automatic, noticeGivenOn }], '2030-01-01').at(-1)?.[1];
  expect(noticed('2026-12-01')).toBe('2026-12-31');
  expect(noticed('2026-12-02')).toBe('2027-12-31');
});

test('another contract takes its place: by a link at once, of the same product about its end or later, not one beside it', () => {
  const today = '2028-06-01';
  expect(terms([automatic, later({})], today)).toHaveLength(2);
  const in2027 = later({ startOn: '2027-06-01', endOn: '2029-05-31' });
  expect(terms([automatic, in2027], today)[1]).toEqual(['2027-01-01', '2027-05-31']);
  expect(terms([automatic, later({ product: 'X', renewsContractId: 1 })], today)).toHaveLength(2);
  const beside = later({ startOn: '2026-03-01', endOn: '2027-02-28' });
  expect(terms([automatic, beside], today).filter(([from]) => from === '2028-01-01')).toHaveLength(1);
});

const anyContracts = fc.array(
  fc
    .record({
      start: fc.nat(1500),
      days: fc.option(fc.integer({ min: 1, max: 800 })),
      product: fc.constantFrom('A', 'B', null),
      autoRenews: fc.boolean(),
      notice: fc.option(fc.nat(2500)),
      noticeDays: fc.option(fc.nat(90)),
    })
    .map(({ start, days, notice, ...facts }) => {
      const startOn = addDays('2020-01-01', start);
      return {
        ...facts,
        startOn,
        endOn: days === null ? null : addDays(startOn, days),
        noticeGivenOn: notice === null ? null : addDays('2020-01-01', notice),
        renewsContractId: null,
      };
    }),
  { maxLength: 5 },
);

test('added terms follow each other day by day, cover today unless something ended them, and adding again adds nothing', () => {
  fc.assert(
    fc.property(anyContracts, fc.nat(3000), (drawn, after) => {
      const contracts = drawn.map((facts, id): RenewableContract => ({ ...facts, id }));
      const today = addDays('2020-01-01', after);
      const every = withAutomaticRenewals(contracts, today, gapDays, 'every');
      for (const { id, autoRenews, noticeGivenOn, endOn } of contracts) {
        const own = every.filter((each) => each.id === id);
        own.slice(1).forEach((term, at) => {
          expect(term.startOn).toBe(addDays(own[at]?.endOn ?? '', 1));
        });
        if (autoRenews !== true) expect(own).toHaveLength(1);
        else if (
          contracts.length === 1 &&
          noticeGivenOn === null &&
          endOn !== null &&
          own[0] &&
          own[0].startOn <= today
        )
          expect(own.some((term) => isLiveOn(term, today))).toBe(true);
      }
      const spans = (list: readonly RenewableContract[]) =>
        list.map(({ id, startOn, endOn }) => [id, startOn, endOn]);
      expect(spans(withAutomaticRenewals(every, today, gapDays, 'every'))).toEqual(spans(every));
      const ends = withAutomaticRenewals(contracts, today, gapDays);
      for (const { id } of contracts)
        expect(ends.findLast((each) => each.id === id)?.endOn).toBe(
          every.findLast((each) => each.id === id)?.endOn,
        );
    }),
    { seed: 16, numRuns: 300 },
  );
});
