import type { TodayEntry } from '../../../db/today/rule.ts';
import { type Language, labelIn } from '../../../db/types/language.ts';

/** Where the work on an entry is done: its own screen where it has one, else the account's. */
export function entryAddress({ kind, id, accountId, reason }: TodayEntry): string {
  switch (kind) {
    case 'task':
      return `/tasks/${id}`;
    case 'handoff':
      return `/handoffs/${id}`;
    case 'qbr':
      return reason === 'qbr-meeting' ? `/reviews/${id}` : '/reviews';
    case 'assessment':
      return '/assessments';
    case 'health':
    case 'renewal':
    case 'milestone':
    case 'commitment':
    case 'sponsor':
      return `/accounts/${accountId}`;
  }
}

/** What an entry is called, where its reason does not say the name anyway. */
export function entryTitle({ kind, reason, ...entry }: TodayEntry, language: Language): string | null {
  const { subject, subjectZh } = entry;
  if (subject === null || kind === 'sponsor' || reason === 'gap-late' || reason === 'gap-due') return null;
  return labelIn(language, subject, subjectZh);
}
