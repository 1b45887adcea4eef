import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { TakeDown } from './take-down.tsx';
import { TakenDown } from './taken-down.tsx';

/** What came of the meeting, beside the review it was about; what was forgotten can be added. */
export function MeetingCard({ id }: { id: number }) {
  const { t } = useTranslation();
  return (
    <Card title={t('qbr.meeting.agreed')}>
      <TakenDown id={id} />
      <TakeDown id={id} />
    </Card>
  );
}
