import { AccountPage } from '../features/account/account-page.tsx';
import { AccountAsOf } from '../features/change/account-as-of.tsx';
import { GoalDialogs } from '../features/goal/goal-dialogs.tsx';
import { accountSections } from './account-sections.ts';

/** An account with what every feature knows of it. */
export function AccountScreen() {
  return (
    <>
      <AccountPage
        sections={accountSections}
        actions={(accountId) => <AccountAsOf accountId={accountId} />}
      />
      <GoalDialogs />
    </>
  );
}
