import { expect, test } from 'vitest';
import { pastedReadings } from './pasted-readings.ts';

test('reads days, values and sources as spreadsheets give them, and says which lines it cannot read', () => {
  const text = [
    '日期\t数值',
    '2026-09-30\t1,234.5\tWMS export',
    '2026/10/1; 83%',
    '2026年10月31日\t-2',
    '',
    '2026-02-30\t5',
    '2026-11-30\t',
    '30.11.2026\t5',
  ].join('\r\n');
  expect(pastedReadings(text)).toEqual({
    readings: [
      { on: '2026-09-30', value: 1234.5, source: 'WMS export' },
      { on: '2026-10-01', value: 83, source: null },
      { on: '2026-10-31', value: -2, source: null },
    ],
    unread: [1, 6, 7, 8],
  });
});
