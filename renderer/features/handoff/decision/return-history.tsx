import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../../../db/handoff/template.ts';
import { useFormat } from '../../../lib/format.ts';
import { Card } from '../../../ui/card.tsx';
import type { Handoff } from '../handoff-type.ts';
import styles from './return-history.module.css';

/** Every time it went back: when, with which score, why, and for which fields. */
export function ReturnHistory({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = new Map(fieldsOf(handoff.template).map(({ key, label }) => [key, label[format.language]]));
  return (
    <Card title={t('handoff.returns.title')} beside={String(handoff.returns.length)}>
      <ol className={styles.returns}>
        {handoff.returns.toReversed().map(({ id, returnedOn, resubmittedOn, score, fields, reason }) => (
          <li key={id}>
            <p className={styles.head}>
              <time dateTime={returnedOn}>{returnedOn}</time>
              <span>{t('handoff.returns.score', { score })}</span>
              <span className={styles.back}>
                {resubmittedOn
                  ? t('handoff.returns.back', { date: resubmittedOn })
                  : t('handoff.returns.waiting')}
              </span>
            </p>
            {reason && <p>{reason}</p>}
            {fields.length > 0 && (
              <details>
                <summary>{t('handoff.fix.count', { count: fields.length })}</summary>
                {fields.map((key) => labels.get(key) ?? key).join(t('handoff.returns.comma'))}
              </details>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
