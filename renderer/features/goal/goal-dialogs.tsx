import { ask, useGoalQuestion } from '../../lib/goal-question.ts';
import { ClaimDialog } from './claim-dialog.tsx';
import { GoalDialog } from './goal-dialog.tsx';
import { ReadingsDialog } from './readings-dialog.tsx';
import { SuccessDialog } from './success-dialog.tsx';

/** The dialog a screen asked for, if any. */
export function GoalDialogs() {
  const { asked } = useGoalQuestion();
  const close = () => ask(null);
  switch (asked?.about) {
    case undefined:
      return null;
    case 'goal':
      return <GoalDialog accountId={asked.accountId} goal={asked.goal} onClose={close} />;
    case 'readings':
      return <ReadingsDialog accountId={asked.accountId} goalId={asked.goalId} onClose={close} />;
    case 'claim':
      return (
        <ClaimDialog
          accountId={asked.accountId}
          claim={asked.claim}
          valuePoint={asked.valuePoint ?? null}
          onClose={close}
        />
      );
    case 'success':
      return <SuccessDialog accountId={asked.accountId} onClose={close} />;
  }
}
