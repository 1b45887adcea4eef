import { useMutation } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { type CommitmentStatus, commitmentStatuses } from '../../../db/commitment/rule.ts';
import { api } from '../../lib/api.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import styles from './commitment-status.module.css';
import type { CommitmentEntry } from './commitment-type.ts';

const tones: Readonly<Record<CommitmentStatus, Tone>> = {
  open: 'plain',
  kept: 'good',
  partly: 'warn',
  broken: 'bad',
};

/** What became of a commitment: shown as a chip, and said by its menu. */
export function CommitmentStatusMenu({
  commitment: { id, text, status },
  late,
}: {
  commitment: Pick<CommitmentEntry, 'id' | 'text' | 'status'>;
  /** Days since it was due, while it is open. */
  late: number;
}) {
  const { t } = useTranslation();
  const { mutate: score } = useMutation(api.commitment.score.mutationOptions());
  const word = late > 0 ? t('commitment.daysLate', { count: late }) : t(`commitment.choice.status.${status}`);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [status],
        items: commitmentStatuses.map((each) => ({
          key: each,
          label: t(`commitment.choice.status.${each}`),
          onClick: () => score({ id, status: each }),
        })),
      }}
    >
      <button type="button" className={styles.status} aria-label={t('commitment.score', { word, text })}>
        <Chip tone={late > 0 ? 'bad' : tones[status]}>{word}</Chip>
      </button>
    </Dropdown>
  );
}
