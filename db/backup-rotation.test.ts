import { expect, test } from 'vitest';
import { backupsToKeep } from './backup-rotation.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

test('every backup of the last 24 hours stays', () => {
  const instants = [1, 2, 3, 23, 24].map(hoursAgo);
  expect(backupsToKeep(instants, now)).toEqual(new Set(instants));
});

test('before that, the last of each of 14 days stays', () => {
  const twoDaysAgo = [48, 49, 50].map(hoursAgo);
  expect(backupsToKeep([hoursAgo(1), ...twoDaysAgo], now)).toEqual(new Set([hoursAgo(1), hoursAgo(48)]));
});

test('before that, the last of each of 12 months stays, and nothing older', () => {
  const instants = [
    '2026-08-31T10:00:00.000Z',
    '2026-08-01T10:00:00.000Z',
    '2024-01-01T00:00:00.000Z',
    hoursAgo(1),
  ];
  expect(backupsToKeep(instants, now)).toEqual(new Set(['2026-08-31T10:00:00.000Z', hoursAgo(1)]));
});

test('the newest stays however old it is', () => {
  expect(backupsToKeep(['2020-01-01T00:00:00.000Z'], now)).toEqual(new Set(['2020-01-01T00:00:00.000Z']));
});

test('an hourly year keeps 24 hours, 14 days and 12 months of them', () => {
  const year = Array.from({ length: 24 * 366 }, (_, hours) => hoursAgo(hours));
  const kept = backupsToKeep(year, now);
  expect(kept.size).toBeGreaterThanOrEqual(25 + 14 + 11);
  expect(kept.size).toBeLessThanOrEqual(25 + 15 + 13);
});
