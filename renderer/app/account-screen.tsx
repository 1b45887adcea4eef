import { AccountPage } from '../features/account/account-page.tsx';
import { AccountAsOf } from '../features/change/account-as-of.tsx';
import { AccountTasks } from '../features/task/account-tasks.tsx';

/** An account with what every feature knows of it. */
export function AccountScreen() {
  return (
    <AccountPage
      aside={(accountId) => <AccountTasks accountId={accountId} />}
      actions={(accountId) => <AccountAsOf accountId={accountId} />}
    />
  );
}
