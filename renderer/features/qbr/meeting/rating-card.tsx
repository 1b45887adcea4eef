import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { criteriaVersion, rate, ratingCriteria } from '../../../../db/qbr/rating.ts';
import { api, client } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { Card } from '../../../ui/card.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useAction } from '../use-action.ts';
import styles from './rating-card.module.css';

const scores = ['1', '2', '3', '4', '5'] as const;

/** How good the review was, by criteria the customer would agree with; only for the house. */
export function RatingCard({ id }: { id: number }) {
  const { t } = useTranslation();
  const { score: figure } = useFormat();
  const { run } = useAction();
  const { data: outcome } = useQuery(api.qbr.meeting.outcome.queryOptions({ id }));
  if (!outcome) return null;
  const { mean, scored } = rate(outcome.rating);
  const entryOf = (criterion: string) => outcome.rating.find((entry) => entry.criterion === criterion);
  return (
    <Card
      title={t('qbr.rating.title')}
      beside={
        mean === null
          ? t('qbr.rating.none')
          : t('qbr.rating.mean', { mean: figure(mean), scored, count: ratingCriteria.length })
      }
    >
      <ul className={styles.criteria}>
        {ratingCriteria.map((criterion) => {
          const entry = entryOf(criterion);
          return (
            <li key={criterion}>
              <span>{t(`qbr.rating.criterion.${criterion}`)}</span>
              <Segmented
                label={t(`qbr.rating.criterion.${criterion}`)}
                options={scores.map((value) => ({ value, label: value }))}
                value={scores.find((value) => Number(value) === entry?.score) ?? null}
                onChange={(value) =>
                  run(() =>
                    client.qbr.meeting.rate.mutate({
                      id,
                      criterion,
                      score: Number(value),
                      comment: entry?.comment ?? null,
                    }),
                  )
                }
              />
            </li>
          );
        })}
      </ul>
      <p className={styles.scale}>{t('qbr.rating.scale', { version: criteriaVersion })}</p>
    </Card>
  );
}
