import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Meter } from '../../ui/meter.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import { ScoreChange } from './score-change.tsx';
import styles from './table.module.css';
import { useModelWords } from './use-model-words.ts';

/** Each dimension with its score, what it was, and the level aimed at, which is chosen here. */
export function DimensionTable({
  assessment,
  isPrinted = false,
}: {
  assessment: ShownAssessment;
  /** On paper nothing is chosen. */
  isPrinted?: boolean;
}) {
  const { t } = useTranslation();
  const { score: figure, language } = useFormat();
  const labels = useModelWords(assessment.model);
  const { id, model, result, compared, plan, targets } = assessment;
  const { mutate: aim } = useMutation(api.assessment.aim.mutationOptions());
  const top = model.scale.length;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('maturity.dimension')}</th>
          <th scope="col" className={styles.figure}>
            {t('maturity.score')}
          </th>
          {compared && (
            <>
              <th scope="col" className={styles.figure}>
                {compared.assessedOn}
              </th>
              <th scope="col">{t('maturity.change')}</th>
            </>
          )}
          <th scope="col">
            {t(model.scoring.kind === 'tiers' ? 'maturity.inPlaceHeading' : 'maturity.stage')}
          </th>
          <th scope="col">{t('maturity.target')}</th>
          <th scope="col" className={styles.figure}>
            {t('maturity.gap')}
          </th>
        </tr>
      </thead>
      <tbody>
        {result.dimensions.map(({ key, role, score, stage, inPlace, applicable }) => {
          const change = compared?.change.dimensions.find((dimension) => dimension.key === key);
          const gap = plan.gaps.find(({ dimension }) => dimension === key);
          return (
            <tr key={key}>
              <th scope="row">
                {labels.dimension(key)}
                {role === 'enabler' && <span className={styles.aside}> {t('maturity.enabler')}</span>}
                {result.weakest.includes(key) && (
                  <span className={styles.aside}> {t('maturity.isWeakest')}</span>
                )}
              </th>
              <td className={styles.figure}>
                <Meter ratio={score === null ? 0 : score / top} wide />
                <b>{score === null ? '–' : figure(score)}</b>
              </td>
              {compared && (
                <>
                  <td className={styles.figure}>{change?.before == null ? '–' : figure(change.before)}</td>
                  <td>
                    <ScoreChange difference={change?.difference} />
                  </td>
                </>
              )}
              <td>
                {inPlace === null
                  ? (model.stages.find((each) => each.key === stage)?.name[language] ?? '–')
                  : t('maturity.inPlace', { inPlace, applicable })}
              </td>
              <td>
                {isPrinted ? (
                  (gap?.target ?? '–')
                ) : (
                  <Select
                    size="small"
                    aria-label={t('maturity.targetOf', { dimension: labels.dimension(key) })}
                    value={targets[key] ?? 0}
                    options={[
                      { value: 0, label: t('maturity.nextLevel', { level: gap?.target ?? '–' }) },
                      ...model.scale.map(({ level, name }) => ({
                        value: level,
                        label: `${level} ${name[language]}`,
                      })),
                    ]}
                    popupMatchSelectWidth={false}
                    onChange={(level) => aim({ id, dimension: key, level: level === 0 ? null : level })}
                  />
                )}
              </td>
              <td className={styles.figure}>{gap?.gap == null ? '–' : figure(gap.gap)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
