import { useMutation } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { type PromiseStatus, promiseStatuses } from '../../../db/commitment/rule.ts';
import { api } from '../../lib/api.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import styles from './commitment-status.module.css';
import type { PromiseEntry } from './commitment-type.ts';

const tones: Readonly<Record<PromiseStatus, Tone>> = {
  open: 'plain',
  kept: 'good',
  partly: 'warn',
  broken: 'bad',
};

/** What became of a promise: shown as a chip, and said by its menu. */
export function PromiseStatusMenu({
  promise: { id, text, status },
  late,
}: {
  promise: Pick<PromiseEntry, 'id' | 'text' | 'status'>;
  /** Days since it was due, while it is open. */
  late: number;
}) {
  const { t } = useTranslation();
  const { mutate: score } = useMutation(api.promise.score.mutationOptions());
  const word = late > 0 ? t('promise.daysLate', { count: late }) : t(`promise.status.${status}`);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [status],
        items: promiseStatuses.map((each) => ({
          key: each,
          label: t(`promise.status.${each}`),
          onClick: () => score({ id, status: each }),
        })),
      }}
    >
      <button type="button" className={styles.status} aria-label={t('promise.score', { word, text })}>
        <Chip tone={late > 0 ? 'bad' : tones[status]}>{word}</Chip>
      </button>
    </Dropdown>
  );
}
