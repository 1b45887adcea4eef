import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import styles from './account-lifecycle.module.css';
import { OverrideDialog } from './override-dialog.tsx';

/** The stages of one account with the time spent in each, what was set by hand, and the time to first value. */
export function AccountLifecycle({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isSetting, setIsSetting] = useState(false);
  const { data } = useQuery(api.lifecycle.ofAccount.queryOptions({ accountId }));
  const { mutate: end } = useMutation(api.lifecycle.endOverride.mutationOptions());
  if (!data) return null;
  const { history, override, firstValue, today } = data;
  return (
    <Card
      title={t('lifecycle.history')}
      action={
        <Button size="small" onClick={() => setIsSetting(true)}>
          {t('lifecycle.setByHand')}
        </Button>
      }
    >
      {override && (
        <p className={styles.override}>
          <span>
            {t('lifecycle.overridden', {
              stage: t(`lifecycle.stage.${override.stage}`),
              date: override.toOn,
              reason: override.reason,
            })}
          </span>
          <Button size="small" type="text" onClick={() => end({ id: override.id })}>
            {t('lifecycle.endOverride')}
          </Button>
        </p>
      )}
      {history.length === 0 ? (
        <p className={styles.none}>{t('lifecycle.unknown')}</p>
      ) : (
        <ol className={styles.spans}>
          {history
            .toReversed()
            .slice(0, 6)
            .map((span) => (
              <li key={span.from} className={styles.span} title={span.reason ?? undefined}>
                <span className={span.to === null ? styles.now : undefined}>
                  {t(`lifecycle.stage.${span.stage}`)}
                </span>
                {span.reason !== null && <Chip tone="info">{t('lifecycle.byHand')}</Chip>}
                {span.isRegression && (
                  <Chip tone="warn" shape="watch">
                    {t('lifecycle.regression')}
                  </Chip>
                )}
                <span className={`tabular ${styles.from}`}>{span.from}</span>
                <span className={`tabular ${styles.days}`}>{format.days(span.days)}</span>
              </li>
            ))}
        </ol>
      )}
      {firstValue && (
        <Facts>
          <Fact name={t('lifecycle.firstValue')}>
            {firstValue.reachedOn
              ? [format.days(firstValue.days), firstValue.isBeforePayment && t('lifecycle.beforePayment')]
                  .filter(Boolean)
                  .join(' · ')
              : t('lifecycle.firstValueOpen', { days: format.days(firstValue.days) })}
          </Fact>
          <Fact name={t(`lifecycle.countedFrom.${firstValue.countedFrom}`)}>{firstValue.from}</Fact>
        </Facts>
      )}
      {isSetting && (
        <OverrideDialog accountId={accountId} today={today} onClose={() => setIsSetting(false)} />
      )}
    </Card>
  );
}
