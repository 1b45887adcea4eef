import { type CSSProperties, Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import type { ShownComparison } from './assessment-type.ts';
import styles from './comparison-page.module.css';
import { ScoreChange } from './score-change.tsx';
import tableStyles from './table.module.css';

type ShownAnswer =
  ShownComparison['comparison']['dimensions'][number]['indicators'][number]['answers'][number];

/** Every dimension and its indicators by assessment, with the change from the first to the last and what cannot be compared. */
export function ComparisonTable({ compared: { model, chosen, comparison } }: { compared: ShownComparison }) {
  const { t } = useTranslation();
  const { score, language } = useFormat();
  const depth = (figure: number) => ({ '--depth': (figure - 1) / (model.highest - 1) }) as CSSProperties;
  const tile = (figure: number, shown: string) => (
    <span className={`${styles.level} tabular`} style={depth(figure)}>
      {shown}
    </span>
  );
  const answer = ({ level, state }: ShownAnswer) =>
    level === null || state !== 'level' ? (
      <span className={styles.none}>{state !== 'level' && t(`assessment.comparison.state.${state}`)}</span>
    ) : (
      tile(level, String(level))
    );
  return (
    <Card
      title={t('assessment.comparison.table')}
      beside={t('assessment.comparison.key', { highest: model.highest })}
    >
      <table className={`${tableStyles.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('maturity.indicator')}</th>
            {chosen.map(({ id, assessedOn }) => (
              <th key={id} scope="col" className={tableStyles.figure}>
                {assessedOn}
              </th>
            ))}
            <th scope="col">{t('maturity.change')}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.dimensions.map((dimension) => {
            // A dimension of one question is that question.
            const [alone] = dimension.indicators;
            const isAlone = dimension.indicators.length === 1;
            return (
              <Fragment key={dimension.key}>
                <tr className={isAlone ? '' : styles.dimension}>
                  <th scope="row">
                    {dimension.name[language]}
                    {dimension.role === 'enabler' && (
                      <span className={tableStyles.aside}> {t('maturity.enabler')}</span>
                    )}
                  </th>
                  {dimension.scores.map((figure, at) => (
                    <td key={chosen[at]?.id} className={tableStyles.figure}>
                      {isAlone && alone?.answers[at]
                        ? answer(alone.answers[at])
                        : figure === null
                          ? '–'
                          : score(figure)}
                    </td>
                  ))}
                  <td>
                    <ScoreChange difference={dimension.change} ofLevels={isAlone} />
                    {dimension.differs && (
                      <>
                        {' '}
                        <Chip tone="warn" shape="watch">
                          {t(
                            dimension.differs === 'scale'
                              ? 'assessment.comparison.differs.scale'
                              : 'assessment.comparison.otherQuestions',
                          )}
                        </Chip>
                      </>
                    )}
                  </td>
                </tr>
                {!isAlone &&
                  dimension.indicators.map(({ key, name, answers, change, differs }) => (
                    <tr key={key} className={styles.indicator}>
                      <th scope="row">{name[language]}</th>
                      {answers.map((given, at) => (
                        <td key={chosen[at]?.id} className={tableStyles.figure}>
                          {answer(given)}
                        </td>
                      ))}
                      <td>
                        <ScoreChange difference={change} ofLevels />
                        {differs && (
                          <>
                            {' '}
                            <Chip tone="warn" shape="watch">
                              {t(`assessment.comparison.differs.${differs}`)}
                            </Chip>
                          </>
                        )}
                      </td>
                    </tr>
                  ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
