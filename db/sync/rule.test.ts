import { expect, test } from 'vitest';
import { type SyncFacts, syncAgenda } from './rule.ts';

const late = (reason: SyncFacts['late'][number]['reason'], since: string): SyncFacts['late'][number] => ({
  reason,
  since,
  handoffId: 7,
  accountName: 'Harbor',
  seller: 'Zhou Ming',
  subject: null,
});

test('what is late stands first, and of each kind what has waited longest', () => {
  const agenda = syncAgenda({
    late: [
      late('waiting', '2026-11-10'),
      late('returned', '2026-11-18'),
      late('waiting', '2026-11-01'),
      late('kickoff-late', '2026-11-19'),
      late('welcome-late', '2026-11-20'),
    ],
    returnedFields: [],
  });
  expect(agenda.map(({ reason, since }) => `${reason} ${since}`)).toEqual([
    'welcome-late 2026-11-20',
    'kickoff-late 2026-11-19',
    'returned 2026-11-18',
    'waiting 2026-11-01',
    'waiting 2026-11-10',
  ]);
});

test('a field returned in two handoffs is a sticking point, the most frequent first; once is a slip', () => {
  const returnedFields = ['Sponsor', 'Target', 'Target', 'Sponsor', 'Seats', 'Target'];
  expect(syncAgenda({ late: [], returnedFields }).map(({ subject }) => subject)).toEqual([
    'Target (3)',
    'Sponsor (2)',
  ]);
});

test('nothing open, returned or overdue leaves nothing to talk about', () => {
  expect(syncAgenda({ late: [], returnedFields: [] })).toEqual([]);
});

test('no more sticking points than one talk can settle', () => {
  const returnedFields = Array.from({ length: 20 }, (_, at) => [`Field ${at}`, `Field ${at}`]).flat();
  expect(syncAgenda({ late: [], returnedFields })).toHaveLength(5);
});
