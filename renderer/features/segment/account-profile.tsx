import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  highestMotivation,
  type MotivationCriterion,
  motivationCriteria,
} from '../../../db/segment/ideal-profile.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { ProseField } from '../../ui/prose-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './account-profile.module.css';

const scores = ['0', '1', '2', '3'] as const;
const tones: Readonly<Record<string, Tone>> = {
  ideal: 'good',
  coach: 'info',
  activate: 'warn',
  'non-ideal': 'bad',
};

/** One account against the ideal customer: four scores with what shows them, its ability, and what follows. */
export function AccountProfile({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const { data: profile } = useQuery(api.segment.idealProfile.get.queryOptions({ accountId }));
  const { mutate: score } = useMutation(api.segment.idealProfile.score.mutationOptions());
  if (!profile) return null;
  const { points, missing, ability, quadrant } = profile;
  const give = (criterion: MotivationCriterion, value: string) =>
    score({ accountId, criterion, score: Number(value) });
  return (
    <Card
      title={t('profile.card')}
      beside={
        points === null
          ? t('profile.lacks.motivation', { count: missing.length })
          : t('profile.points', { points, all: highestMotivation })
      }
      action={quadrant && <Chip tone={tones[quadrant] ?? 'plain'}>{t(`profile.quadrant.${quadrant}`)}</Chip>}
    >
      {motivationCriteria.map((criterion) => {
        const { score: given, evidence, scoredOn } = profile.criteria[criterion];
        return (
          <div key={criterion} className={styles.criterion}>
            <div className={styles.line}>
              <b className={styles.name}>{t(`profile.criterion.${criterion}`)}</b>
              <Segmented
                label={t(`profile.criterion.${criterion}`)}
                options={scores.map((value) => ({ value, label: value }))}
                value={given === null ? null : (scores[given] ?? null)}
                onChange={(value) => give(criterion, value)}
              />
              <span className={styles.level}>
                {given === null
                  ? t('profile.unscored')
                  : t(`profile.level.${criterion}.${scores[given] ?? '0'}`)}
              </span>
              {scoredOn && <time className={styles.day}>{scoredOn}</time>}
            </div>
            <ProseField
              label={t('profile.evidence')}
              hint={t(`profile.ask.${criterion}`)}
              value={evidence}
              onSave={(text) => score({ accountId, criterion, evidence: text })}
            />
          </div>
        );
      })}
      <p className={styles.ability}>
        {ability
          ? t('profile.abilityIs', { ability: t(`profile.ability.${ability.stage}`), on: ability.assessedOn })
          : t('profile.lacks.ability')}
      </p>
      {quadrant && <p className={styles.advice}>{t(`profile.advice.${quadrant}`)}</p>}
    </Card>
  );
}
