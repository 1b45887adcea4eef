import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { DateInput } from '../../ui/date-input.tsx';
import styles from './import.module.css';

type Dates = { readonly reviewedOn: string | null; readonly talkedOn: string | null };
const unknown: Dates = { reviewedOn: null, talkedOn: null };

/** What the file could not say: when each new customer was last reviewed and talked to. Leaving it out costs nothing. */
export function SetUp() {
  const { t } = useTranslation();
  const format = useFormat();
  const [said, setSaid] = useState<Readonly<Record<number, Dates>>>({});
  const { data } = useQuery(api.import.toSetUp.queryOptions());
  const { mutate, isPending, isSuccess } = useMutation(api.import.setUp.mutationOptions());
  if (isSuccess) return <p className={styles.success}>{t('import.setUp.done')}</p>;
  if (!data || data.accounts.length === 0) return null;
  const { accounts, currency } = data;
  const lines = accounts.flatMap(({ id }) => {
    const dates = said[id];
    return dates && (dates.reviewedOn !== null || dates.talkedOn !== null)
      ? [{ accountId: id, ...dates }]
      : [];
  });
  const set = (id: number, change: Partial<Dates>) =>
    setSaid((before) => ({ ...before, [id]: { ...unknown, ...before[id], ...change } }));
  const setAll = (change: Partial<Dates>) =>
    setSaid((before) =>
      Object.fromEntries(accounts.map(({ id }) => [id, { ...unknown, ...before[id], ...change }])),
    );
  return (
    <section className={styles.setUp} aria-label={t('import.setUp.title')}>
      <h2>{t('import.setUp.title')}</h2>
      <p className={styles.hint}>{t('import.setUp.teach')}</p>
      <div className={styles.brokenBox}>
        <table className={styles.columns}>
          <thead>
            <tr>
              <th>{t('account.field.name')}</th>
              <th className={styles.amount}>{t('account.column.arr')}</th>
              <th>{t('import.setUp.reviewed')}</th>
              <th>{t('import.setUp.talked')}</th>
            </tr>
            <tr>
              <th>{t('import.setUp.all')}</th>
              <td />
              <td>
                <DateInput
                  aria-label={t('import.setUp.allReviewed')}
                  onChange={(reviewedOn) => setAll({ reviewedOn })}
                />
              </td>
              <td>
                <DateInput
                  aria-label={t('import.setUp.allTalked')}
                  onChange={(talkedOn) => setAll({ talkedOn })}
                />
              </td>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ id, name, amountMinor }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className={styles.amount}>
                  {amountMinor === null ? '' : format.money({ minor: amountMinor, currency })}
                </td>
                <td>
                  <DateInput
                    aria-label={`${t('import.setUp.reviewed')}: ${name}`}
                    value={said[id]?.reviewedOn ?? null}
                    onChange={(reviewedOn) => set(id, { reviewedOn })}
                  />
                </td>
                <td>
                  <DateInput
                    aria-label={`${t('import.setUp.talked')}: ${name}`}
                    value={said[id]?.talkedOn ?? null}
                    onChange={(talkedOn) => set(id, { talkedOn })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        disabled={lines.length === 0}
        loading={isPending}
        onClick={() => mutate({ lines, words: t('import.setUp.note') })}
      >
        {t('import.setUp.save', { count: lines.length })}
      </Button>
    </section>
  );
}
