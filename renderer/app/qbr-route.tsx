import { GoalDialogs } from '../features/goal/goal-dialogs.tsx';
import { QbrPage } from '../features/qbr/qbr-page.tsx';

/** A review, with the dialogs in which its goals and claims are written. */
export function QbrRoute() {
  return (
    <>
      <QbrPage />
      <GoalDialogs />
    </>
  );
}
