import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TodayEntry } from '../../../db/today/rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { openCapture } from '../../lib/capture.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { entryAddress, entryTitle } from './entry-action.ts';
import { useReason } from './use-reason.ts';

/** What can be done about an entry: the one action that settles it, going there, or putting it off as a task. */
export function useEntryActions(today: IsoDate) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const reasonOf = useReason();
  const { language } = useFormat();
  const done = (title: string) => notify({ text: t('task.doneNow', { title }), canUndo: true });
  const { mutate: finish } = useMutation(
    api.task.finish.mutationOptions({ onSuccess: ({ title }) => done(title) }),
  );
  const { mutate: keep } = useMutation(
    api.commitment.score.mutationOptions({
      onSuccess: () => notify({ text: t('today.commitmentKept'), canUndo: true }),
    }),
  );
  const { mutate: reach } = useMutation(
    api.milestone.reach.mutationOptions({
      onSuccess: () => notify({ text: t('today.milestoneReached'), canUndo: true }),
    }),
  );
  const putOffTold = (date: IsoDate) => notify({ text: t('task.snoozed', { date }), canUndo: true });
  const { mutate: snooze } = useMutation(
    api.task.snooze.mutationOptions({ onSuccess: (_, { until }) => until && putOffTold(until) }),
  );
  const { mutate: plan } = useMutation(
    api.task.create.mutationOptions({
      onSuccess: (_, { facts }) => facts.dueOn && putOffTold(facts.dueOn),
    }),
  );

  /** Whether one click settles it; else the click leads to where the work is. */
  const settles = ({ kind }: TodayEntry) => kind === 'task' || kind === 'commitment' || kind === 'milestone';

  function act(entry: TodayEntry) {
    if (entry.kind === 'task') finish({ id: entry.id });
    else if (entry.kind === 'commitment') keep({ id: entry.id, status: 'kept' });
    else if (entry.kind === 'milestone') reach({ id: entry.id, on: today });
    else if (entry.kind === 'sponsor') openCapture({ accountId: entry.accountId });
    else void navigate(entryAddress(entry));
  }

  /** A task sleeps until the day; anything else becomes a task of that day and stands on the list as that one. */
  function putOff(entry: TodayEntry, until: IsoDate) {
    if (entry.kind === 'task') return snooze({ id: entry.id, until });
    const subject = entryTitle(entry, language);
    // A product line or a model is named by its subject; what is to be done about it is in the reason.
    const needsReason = subject === null || entry.kind === 'renewal' || entry.kind === 'assessment';
    const title = [entry.accountName, subject, needsReason ? reasonOf(entry) : null]
      .filter(Boolean)
      .join(' · ')
      .slice(0, 200);
    plan({
      facts: { accountId: entry.accountId, title, owner: null, dueOn: until, interval: null },
      source: { noun: entry.kind, id: entry.id },
    });
  }

  return { act, settles, putOff, open: (entry: TodayEntry) => void navigate(entryAddress(entry)) };
}
