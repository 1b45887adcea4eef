import { useMutation } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { type PromiseStatus, promiseStatuses } from '../../../db/domain/promise.ts';
import { api } from '../../lib/api.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import styles from './promise-panel.module.css';
import type { PromiseEntry } from './promise-type.ts';

const tones: Readonly<Record<PromiseStatus, Tone>> = {
  open: 'plain',
  kept: 'good',
  partly: 'warn',
  broken: 'bad',
};

/** One promise; its status is a menu, the rest is changed in the dialog. */
export function PromiseRow({
  promise,
  late,
  onEdit,
}: {
  promise: PromiseEntry;
  /** Days since it was due, while it is open. */
  late: number;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const { mutate: score } = useMutation(api.promise.score.mutationOptions());
  const { id, text, side, status, due_on: dueOn, promised_by: by, promised_to: to } = promise;
  const word = late > 0 ? t('promise.daysLate', { count: late }) : t(`promise.status.${status}`);
  const people = [by, to].filter((person) => person !== null).join(' → ');
  return (
    <li className={styles.promise}>
      <button type="button" className={styles.text} onClick={onEdit}>
        {text}
      </button>
      <div className={styles.facts}>
        <span>{people || t(`promise.side.${side}`)}</span>
        {dueOn && <time dateTime={dueOn}>{dueOn}</time>}
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
      </div>
    </li>
  );
}
