import { expect, test } from 'vitest';
import { pastedFigures } from './pasted-figures.ts';

test('reads figures as spreadsheets give them, and says which lines it cannot read', () => {
  const text = [
    'Name\tThis period\tBefore',
    'Weekly users\t1,204\t980\t\tUsage log\t2026-11-18',
    '工单；未解决\t7\t\t张\t\t2026年11月1日\t两张待产品答复',
    'Adoption; 83%; 71%',
    'Export of returns\t\t\t\tTicket 214\t\tDelivered in 4.2',
    'Nothing beside it',
    'A day that could be two\t4\t\t\t\t03/04/2026',
  ].join('\r\n');
  const { lines, unread } = pastedFigures(text);
  expect(unread).toEqual([1, 6, 7]);
  expect(lines).toEqual([
    {
      label: 'Weekly users',
      value: 1204,
      before: 980,
      unit: '',
      source: 'Usage log',
      asOf: '2026-11-18',
      remark: null,
    },
    {
      label: '工单；未解决',
      value: 7,
      before: null,
      unit: '张',
      source: null,
      asOf: '2026-11-01',
      remark: '两张待产品答复',
    },
    { label: 'Adoption', value: 83, before: 71, unit: '%', source: null, asOf: null, remark: null },
    {
      label: 'Export of returns',
      value: null,
      before: null,
      unit: '',
      source: 'Ticket 214',
      asOf: null,
      remark: 'Delivered in 4.2',
    },
  ]);
});
