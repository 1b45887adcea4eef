import { nouns } from '../../db/nouns.ts';
import { AccountPage } from '../features/account/account-page.tsx';
import { AccountMaturity } from '../features/assessment/account-maturity.tsx';
import { AccountAsOf } from '../features/change/account-as-of.tsx';
import { CommitmentPanel } from '../features/commitment/commitment-panel.tsx';
import { GoalDialogs } from '../features/goal/goal-dialogs.tsx';
import { GoalPanel } from '../features/goal/goal-panel.tsx';
import { ValuePanel } from '../features/goal/value-panel.tsx';
import { HandoffPanel } from '../features/handoff/handoff-panel.tsx';
import { AccountHealth } from '../features/health/account-health.tsx';
import { AccountLifecycle } from '../features/lifecycle/account-lifecycle.tsx';
import { AccountMilestones } from '../features/milestone/account-milestones.tsx';
import { QbrPanel } from '../features/qbr/qbr-panel.tsx';
import { AccountProfile } from '../features/segment/account-profile.tsx';
import { AccountSegments } from '../features/segment/account-segments.tsx';
import { AccountTasks } from '../features/task/account-tasks.tsx';
import { AccountValuePoints } from '../features/value-point/account-value-points.tsx';
import { NounPanel } from '../noun/noun-panel.tsx';

/** An account with what every feature knows of it. */
export function AccountScreen() {
  return (
    <>
      <AccountPage
        panels={(accountId) => (
          <>
            <GoalPanel accountId={accountId} />
            <ValuePanel accountId={accountId} />
            <AccountMaturity accountId={accountId} />
            <AccountValuePoints accountId={accountId} />
            <QbrPanel accountId={accountId} />
            <HandoffPanel accountId={accountId} />
            <CommitmentPanel accountId={accountId} source={null} />
            {nouns.map(
              (noun) => 'panel' in noun && <NounPanel key={noun.name} noun={noun} accountId={accountId} />,
            )}
            <AccountProfile accountId={accountId} />
          </>
        )}
        aside={(accountId) => (
          <>
            <AccountHealth accountId={accountId} />
            <AccountTasks accountId={accountId} />
            <AccountMilestones accountId={accountId} />
            <AccountLifecycle accountId={accountId} />
            <AccountSegments accountId={accountId} />
          </>
        )}
        actions={(accountId) => <AccountAsOf accountId={accountId} />}
      />
      <GoalDialogs />
    </>
  );
}
