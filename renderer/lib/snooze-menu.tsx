import { Button, Dropdown } from 'antd';
import { AlarmClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { snoozes, snoozeUntil } from '../../db/task/rule.ts';
import type { IsoDate } from '../../db/types/calendar.ts';

/** Puts something off: until when is chosen from four days that are named with their date. */
export function SnoozeMenu({
  today,
  label,
  isOpen,
  onOpen,
  onSnooze,
}: {
  today: IsoDate;
  /** What is put off, read aloud. */
  label: string;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  onSnooze: (until: IsoDate) => void;
}) {
  const { t } = useTranslation();
  const items = snoozes.map((snooze) => {
    const until = snoozeUntil(snooze, today);
    return { key: snooze, label: t(`task.snooze.${snooze}`), extra: until, onClick: () => onSnooze(until) };
  });
  return (
    <Dropdown trigger={['click']} open={isOpen} onOpenChange={onOpen} autoFocus menu={{ items }}>
      <Button
        type="text"
        size="small"
        tabIndex={-1}
        icon={<AlarmClock size={14} aria-hidden />}
        aria-label={label}
      />
    </Dropdown>
  );
}
