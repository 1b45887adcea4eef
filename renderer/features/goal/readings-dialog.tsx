import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal } from 'antd';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { DateInput } from '../../ui/date-input.tsx';
import styles from './goal-form.module.css';
import { pastedReadings } from './pasted-readings.ts';

/** The readings of a goal: one typed, a column pasted, a source added to one that has none. */
export function ReadingsDialog({
  accountId,
  goalId,
  onClose,
}: {
  accountId: number;
  goalId: number;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: goals } = useQuery(api.goal.list.queryOptions({ accountId }));
  const goal = goals?.find(({ id }) => id === goalId);
  const [on, setOn] = useState<IsoDate | null>(status?.today ?? null);
  const [value, setValue] = useState<number | null>(null);
  const [source, setSource] = useState('');
  const [pasted, setPasted] = useState('');
  const { readings, unread } = pastedReadings(pasted);
  const { mutate: add, isPending } = useMutation(
    api.goal.addReadings.mutationOptions({
      onSuccess: () => {
        setValue(null);
        setPasted('');
      },
    }),
  );
  const { mutate: edit } = useMutation(api.goal.editReading.mutationOptions());
  const { mutate: remove } = useMutation(
    api.goal.removeReading.mutationOptions({
      onSuccess: () => notify({ text: t('goal.readingRemoved'), canUndo: true }),
    }),
  );
  if (!goal) return null;
  const newest = goal.readings.toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const submit = () => {
    if (on !== null && value !== null) add({ goalId, readings: [{ on, value, source }] });
  };
  return (
    <Modal
      open
      width={560}
      title={t('goal.readingsOf', { goal: goal.metric })}
      footer={null}
      onCancel={onClose}
    >
      <div className={styles.add}>
        <DateInput value={on} onChange={setOn} aria-label={t('goal.readOn')} />
        <InputNumber
          value={value}
          onChange={setValue}
          onPressEnter={submit}
          placeholder={goal.unit || t('goal.value')}
          aria-label={t('goal.value')}
          style={{ width: '100%' }}
          autoFocus
        />
        <Input
          value={source}
          onChange={(event) => setSource(event.target.value)}
          onPressEnter={submit}
          placeholder={t('goal.sourceHint')}
          aria-label={t('goal.source')}
          maxLength={200}
        />
        <Button type="primary" loading={isPending} disabled={on === null || value === null} onClick={submit}>
          {t('goal.addReading')}
        </Button>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('goal.readOn')}</th>
              <th>{t('goal.value')}</th>
              <th>{t('goal.source')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {newest.map((reading) => (
              <tr key={reading.id}>
                <td>{reading.on}</td>
                <td>
                  {format.number(reading.value)} {goal.unit}
                </td>
                <td>
                  <Input
                    size="small"
                    defaultValue={reading.source ?? ''}
                    placeholder={t('goal.unsourced')}
                    aria-label={`${t('goal.source')} ${reading.on}`}
                    maxLength={200}
                    onBlur={({ target }) => {
                      if (target.value.trim() === (reading.source ?? '')) return;
                      edit({ id: reading.id, reading: { ...reading, source: target.value } });
                    }}
                  />
                </td>
                <td>
                  <Button
                    size="small"
                    type="text"
                    icon={<Trash2 size={14} />}
                    aria-label={t('goal.removeReading', { date: reading.on })}
                    onClick={() => remove({ id: reading.id })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Input.TextArea
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        placeholder={t('goal.pasteHint')}
        aria-label={t('goal.paste')}
        autoSize={{ minRows: 2, maxRows: 6 }}
        style={{ marginTop: 12 }}
      />
      <p className={styles.hint}>
        <Link to="/import" onClick={onClose}>
          {t('goal.importReadings')}
        </Link>
      </p>
      {pasted.trim() !== '' && (
        <p className={styles.hint}>
          {t('goal.pasteFound', { count: readings.length })}
          {unread.length > 0 && ` ${t('goal.pasteUnread', { lines: unread.join(', ') })}`}{' '}
          <Button
            size="small"
            disabled={readings.length === 0}
            onClick={() => add({ goalId, readings: [...readings] })}
          >
            {t('goal.pasteAdd')}
          </Button>
        </p>
      )}
    </Modal>
  );
}
