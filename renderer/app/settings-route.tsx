import { AreasCard } from '../features/area/areas-card.tsx';
import { SettingsPage } from '../features/book/settings-page.tsx';
import { CustomFieldCard } from '../features/custom-field/custom-field-card.tsx';
import { LetterheadCard } from '../features/letterhead/letterhead-card.tsx';
import { WorkingCalendarCard } from '../features/working-calendar/working-calendar-card.tsx';

/** The book's own facts, the app's look, the fields the user added, and the days the book counts by. */
export function SettingsRoute() {
  return (
    <SettingsPage>
      <AreasCard />
      <CustomFieldCard />
      <LetterheadCard />
      <WorkingCalendarCard />
    </SettingsPage>
  );
}
