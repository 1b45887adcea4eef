import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QbrContent } from '../../../db/qbr/content.ts';
import { formulaText, sourceText } from '../../../db/value/proof.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './qbr.module.css';

/** What the customer confirmed against what it paid over the same days, and every claim with its formula. */
export function ValueCard({
  value,
  edit,
}: {
  value: QbrContent['value'];
  edit?: { add: () => void; open: (claimId: number) => void } | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { signed, price, roi, countedOver, claims } = value;
  const sum = signed.map((money) => format.money(money)).join(' + ');
  const paid = price.kind === 'price' ? price.amounts.map((money) => format.money(money)).join(' + ') : null;
  return (
    <Card
      title={t('value.proven')}
      action={
        edit && (
          <Button size="small" onClick={edit.add}>
            {t('value.add')}
          </Button>
        )
      }
    >
      {signed.length > 0 && (
        <p>
          <span className={styles.big}>{sum}</span>{' '}
          <span className={styles.muted} title={t('value.roiFormula')}>
            {paid && t('value.against', { paid })}
            {roi.kind === 'roi' && ` · ROI ${format.number(roi.ratio)}`}
          </span>
        </p>
      )}
      {roi.kind === 'undefined' && <p className={styles.muted}>ROI: {t(`value.roiGap.${roi.gap}`)}</p>}
      {countedOver && <p className={styles.source}>{t('qbr.period', countedOver)}</p>}
      {claims.map(({ id, outcome, inputs, worth, signedOn, ...claim }) => (
        <div key={id ?? outcome} className={styles.claim}>
          {edit && id !== undefined ? (
            <button type="button" className={styles.link} onClick={() => edit.open(id)}>
              {outcome}
            </button>
          ) : (
            <span className={styles.name}>{outcome}</span>
          )}
          <div className={styles.source}>
            {formulaText(inputs, format.number)}
            {worth.kind === 'unknown'
              ? ` · ${t(`value.worthGap.${worth.gap}`)}`
              : ` = ${format.money(worth.money)}`}
          </div>
          {sourceText(claim) !== '' && (
            <div className={styles.source}>{t('value.sourceOf', { source: sourceText(claim) })}</div>
          )}
          <div className={styles.chips}>
            {signedOn ? (
              <Chip tone="good">{t('value.signedAt', { date: format.monthDay(signedOn) })}</Chip>
            ) : (
              <Chip tone="warn">{t('value.isUnsigned')}</Chip>
            )}
            {sourceText(claim) === '' && <Chip tone="bad">{t('value.insideOnly')}</Chip>}
          </div>
        </div>
      ))}
      {claims.length === 0 && <p className={styles.muted}>{edit ? t('value.none') : t('qbr.nothing')}</p>}
      {claims.some(({ signedOn }) => !signedOn) && (
        <p className={styles.source}>{t('value.unsignedMarked')}</p>
      )}
    </Card>
  );
}
