import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutlookAnswer, OutlookAnswers } from '../../../db/health/outlook.ts';
import { api } from '../../lib/api.ts';
import styles from './account-health.module.css';

const factors = ['sponsorCommitted', 'productFits', 'employeesUse'] as const;
const answers = [
  { value: 0, key: 'no' },
  { value: 0.5, key: 'half' },
  { value: 1, key: 'yes' },
] as const;

/** The three factors of success, a prior beside health: each no, half or yes. */
export function OutlookLine({
  accountId,
  outlook,
}: {
  accountId: number;
  outlook: { readonly answers: OutlookAnswers; readonly score: number | null };
}) {
  const { t } = useTranslation();
  const { mutate } = useMutation(api.health.setOutlook.mutationOptions());
  return (
    <div className={styles.outlook}>
      <strong title={t('health.outlook.formula')}>
        {t('health.outlook.title')} {outlook.score ?? '–'}
      </strong>
      {factors.map((factor) => (
        <span key={factor}>
          {t(`health.outlook.${factor}`)}{' '}
          <Select<OutlookAnswer>
            size="small"
            style={{ width: 76 }}
            allowClear
            aria-label={t(`health.outlook.${factor}`)}
            placeholder="–"
            value={outlook.answers[factor]}
            options={answers.map(({ value, key }) => ({ value, label: t(`health.outlook.answer.${key}`) }))}
            onChange={(value) => mutate({ accountId, ...outlook.answers, [factor]: value ?? null })}
          />
        </span>
      ))}
    </div>
  );
}
