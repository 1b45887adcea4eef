import { useMutation } from '@tanstack/react-query';
import { Button, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../../db/types/calendar.ts';
import { api } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import styles from './clock-card.module.css';

/** When the first payment came, to the minute; taken back by clearing the day. */
export function PaidForm({
  id,
  paidAt,
  onClose,
}: {
  id: number;
  /** Instant, ISO UTC. */
  paidAt: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown] = useState(() => paidAt ?? new Date().toISOString());
  const [day, setDay] = useState<IsoDate | null>(format.dayOf(shown));
  const [time, setTime] = useState(format.time(shown));
  const { mutate: pay, isPending } = useMutation(
    api.handoff.clock.pay.mutationOptions({ onSuccess: onClose }),
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        pay({ id, paidAt: day === null ? null : new Date(`${day}T${time}`).toISOString() });
      }}
    >
      <div className={styles.pair}>
        <DateInput value={day} aria-label={t('handoff.clock.paidOn')} onChange={setDay} />
        <TimePicker
          aria-label={t('handoff.clock.paidTime')}
          format="HH:mm"
          allowClear={false}
          needConfirm={false}
          value={dayjs(`${format.dayOf(shown)}T${time}`)}
          onChange={(chosen) => chosen && setTime(chosen.format('HH:mm'))}
        />
      </div>
      <Button type="primary" htmlType="submit" loading={isPending}>
        {t('app.save')}
      </Button>
    </form>
  );
}
