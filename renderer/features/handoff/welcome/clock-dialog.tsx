import { useMutation } from '@tanstack/react-query';
import { InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ClockLimits } from '../../../../db/handoff/clock.ts';
import { api } from '../../../lib/api.ts';
import styles from './clock-card.module.css';

/** How much time there is after a payment, for every handoff of the book. */
export function ClockDialog({ limits, onClose }: { limits: ClockLimits; onClose: () => void }) {
  const { t } = useTranslation();
  const [welcomeMinutes, setMinutes] = useState(limits.welcomeMinutes);
  const [kickoffWorkingDays, setDays] = useState(limits.kickoffWorkingDays);
  const { mutate: setLimits, isPending } = useMutation(
    api.handoff.clock.setLimits.mutationOptions({ onSuccess: onClose }),
  );
  return (
    <Modal
      open
      width={420}
      title={t('handoff.clock.timesTitle')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      confirmLoading={isPending}
      onOk={() => setLimits({ welcomeMinutes, kickoffWorkingDays })}
      onCancel={onClose}
    >
      <p className={styles.teach}>{t('handoff.clock.timesTeach')}</p>
      <div className={styles.times}>
        <label htmlFor="clock-welcome">{t('handoff.clock.welcome')}</label>
        <InputNumber
          id="clock-welcome"
          min={1}
          max={100_000}
          precision={0}
          value={welcomeMinutes}
          suffix={t('handoff.clock.unit.minutes')}
          onChange={(value) => value !== null && setMinutes(value)}
        />
        <label htmlFor="clock-kickoff">{t('handoff.clock.kickoff')}</label>
        <InputNumber
          id="clock-kickoff"
          min={1}
          max={250}
          precision={0}
          value={kickoffWorkingDays}
          suffix={t('handoff.clock.unit.workingDays')}
          onChange={(value) => value !== null && setDays(value)}
        />
      </div>
      <p className={styles.from}>
        <Link to="/settings">{t('handoff.clock.calendar')}</Link>
      </p>
    </Modal>
  );
}
