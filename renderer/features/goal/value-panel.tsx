import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isSourced, sourceText } from '../../../db/value/proof.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { ask } from '../../lib/goal-question.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './goal-panel.module.css';

/** What the account's outcomes were worth in the last twelve months, confirmed and not, and each claim. */
export function ValuePanel({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(api.value.claim.list.queryOptions({ accountId }));
  if (!data) return null;
  const { claims, proof } = data;
  return (
    <Card
      title={t('value.proven')}
      beside={t('value.twelveMonths')}
      action={
        <Button
          size="small"
          type="text"
          icon={<Plus size={13} />}
          aria-label={t('value.add')}
          onClick={() => ask({ about: 'claim', accountId, claim: null })}
        />
      }
    >
      {proof.signed.map((money) => (
        <p key={money.currency}>
          <span className={styles.big}>{format.money(money)}</span>{' '}
          {proof.roi.kind === 'roi' && (
            <span className={styles.muted} title={t('value.roiFormula')}>
              ROI {format.number(proof.roi.ratio)}
              {proof.countedOver && ` · ${t('qbr.period', proof.countedOver)}`}
            </span>
          )}
        </p>
      ))}
      {claims.length === 0 && <p className={styles.muted}>{t('value.none')}</p>}
      {claims.map((claim) => (
        <div key={claim.id} className={styles.goal}>
          <div className={styles.head}>
            <button
              type="button"
              className={styles.name}
              onClick={() => ask({ about: 'claim', accountId, claim })}
            >
              {claim.outcome}
            </button>
            <Chip tone={claim.signedOn ? 'good' : 'warn'}>
              {t(claim.signedOn ? 'value.isSigned' : 'value.isUnsigned')}
            </Chip>
          </div>
          <div className={styles.figures}>
            {claim.worth.kind === 'worth'
              ? format.money(claim.worth.money)
              : t(`value.worthGap.${claim.worth.gap}`)}
          </div>
          <div className={styles.muted}>
            {isSourced(claim) ? t('value.sourceOf', { source: sourceText(claim) }) : t('value.unsourced')}
          </div>
        </div>
      ))}
    </Card>
  );
}
