import { SettingsPage } from '../features/book/settings-page.tsx';
import { WorkingCalendarCard } from '../features/working-calendar/working-calendar-card.tsx';

/** The book's own facts, the app's look, and the days the book counts by. */
export function SettingsRoute() {
  return (
    <SettingsPage>
      <WorkingCalendarCard />
    </SettingsPage>
  );
}
