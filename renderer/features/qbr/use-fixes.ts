import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Gap } from '../../../db/qbr/gap.ts';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import { api, client } from '../../lib/api.ts';
import { ask } from '../../lib/goal-question.ts';
import { type LineQuestion, newLine } from './line-section.tsx';
import type { QbrShown } from './qbr-type.ts';
import { useAction } from './use-action.ts';

type Places = {
  readonly show: (section: QbrSection) => void;
  readonly write: (question: LineQuestion) => void;
  readonly setMeeting: () => void;
  readonly focusSoWhat: () => void;
};

/** What the button beside each gap does. */
export function useFixes(
  view: QbrShown,
  { show, write, setMeeting, focusSoWhat }: Places,
): (gap: Gap) => void {
  const { run } = useAction();
  const navigate = useNavigate();
  const { accountId, id } = view.qbr;
  const { data: goals } = useQuery(api.goal.list.queryOptions({ accountId }));
  const { data: value } = useQuery(api.value.claim.list.queryOptions({ accountId }));
  const { data: status } = useQuery(api.book.status.queryOptions());
  return (gap) => {
    const subject = gap.subject?.id ?? 0;
    show(gap.section);
    switch (gap.fix) {
      case 'write-success':
        return ask({ about: 'success', accountId });
      case 'confirm-success':
        return run(() =>
          client.goal.successDefinition.confirm.mutate({ accountId, by: view.contacts[0]?.name ?? null }),
        );
      case 'add-goal':
        return ask({ about: 'goal', accountId, goal: null });
      case 'add-reading':
      case 'source-reading':
        if (goals?.some((goal) => goal.id === subject))
          ask({ about: 'readings', accountId, goalId: subject });
        return;
      case 'add-claim':
        return ask({ about: 'claim', accountId, claim: null, valuePoint: gap.subject?.name ?? '' });
      case 'source-claim':
        return ask({
          about: 'claim',
          accountId,
          claim: value?.claims.find((claim) => claim.id === subject) ?? null,
        });
      case 'write-so-what':
        return focusSoWhat();
      case 'assess-maturity':
        return void navigate('/assessments');
      case 'add-difficulty':
        return write(newLine('difficulty'));
      case 'add-plan':
        return write(newLine('plan'));
      case 'add-ask':
        return write(newLine('ask', gap.key === 'ask-missing-customer' ? 'customer' : 'us'));
      case 'add-commitment':
        return write(newLine('commitment', gap.key === 'commitment-missing-customer' ? 'customer' : 'us'));
      case 'set-date':
        return setMeeting();
      case 'add-sponsor':
        return void navigate(`/accounts/${accountId}`);
      case 'invite-sponsor': {
        const contact = view.contacts.find((each) => each.id === subject);
        const known = view.lines.attendees.find(({ contactId }) => contactId === subject);
        const line = {
          side: 'customer' as const,
          name: contact?.name ?? gap.subject?.name ?? '',
          title: contact?.title ?? null,
          contactId: subject,
          invitedOn: status?.today ?? null,
          attended: null,
        };
        const { add, edit } = client.qbr.attendee;
        return run(() => (known ? edit.mutate({ id: known.id, line }) : add.mutate({ qbrId: id, line })));
      }
      case 'fit-agenda':
        return run(() => client.qbr.draftAgenda.mutate({ id }));
      case 'score-commitments':
      case 'complete-plan':
      case 'add-figure':
      case 'complete-figure':
        return; // the section shown is where it is done
    }
  };
}
