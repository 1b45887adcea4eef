import { useTranslation } from 'react-i18next';
import type { MaturityDimension } from '../../../db/maturity/model.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import styles from './report.module.css';
import { useMeasureWords } from './use-measure-words.ts';

/** Every answer by dimension: the level with what it says, what was seen, and what the next level looks like. */
export function ReportAnswers({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language, score } = useFormat();
  const { model, result } = assessment;
  // Dimensions of one question each make one table together.
  const isFlat = model.dimensions.every(({ indicators }) => indicators.length === 1);
  const scoreOf = (key: string) => result.dimensions.find((each) => each.key === key)?.score ?? null;
  return (
    <section className={styles.chapter}>
      <h2>{t('assessment.report.answers')}</h2>
      {isFlat ? (
        <Card>
          <AnswersOf assessment={assessment} dimensions={model.dimensions} />
        </Card>
      ) : (
        model.dimensions.map((dimension) => {
          const figure = scoreOf(dimension.key);
          return (
            <Card
              key={dimension.key}
              title={dimension.name[language]}
              beside={[figure === null ? '' : score(figure), dimension.asks[language]]
                .filter(Boolean)
                .join(' · ')}
            >
              <AnswersOf assessment={assessment} dimensions={[dimension]} />
            </Card>
          );
        })
      )}
    </section>
  );
}

function AnswersOf({
  assessment: { model, answers },
  dimensions,
}: {
  assessment: ShownAssessment;
  dimensions: readonly MaturityDimension[];
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const measures = useMeasureWords();
  return (
    <table className={styles.answers}>
      <thead>
        <tr>
          <th scope="col">{t('maturity.indicator')}</th>
          <th scope="col">{t('maturity.level')}</th>
          <th scope="col">{t('assessment.evidence')}</th>
          <th scope="col">{t('assessment.report.nextLevel')}</th>
        </tr>
      </thead>
      <tbody>
        {dimensions
          .flatMap(({ indicators }) => indicators)
          .map(({ key, name, question, levels, measure }) => {
            const answer = answers.find(({ indicator }) => indicator === key);
            const level = answer?.level ?? null;
            return (
              <tr key={key}>
                <th scope="row">
                  {name[language]}
                  <span>{question[language]}</span>
                </th>
                <td>
                  {answer?.applicable === false ? (
                    t('assessment.notApplicableBecause', { reason: answer.reason })
                  ) : level === null ? (
                    t('assessment.open')
                  ) : (
                    <>
                      <b className="tabular">
                        {level}/{model.scale.length}
                      </b>{' '}
                      {levels[level - 1]?.text[language]}
                      {measure && answer?.figures && <span>{measures.figures(measure, answer.figures)}</span>}
                    </>
                  )}
                </td>
                <td>
                  {answer?.evidence ?? '–'}
                  {answer?.note && (
                    <span>
                      {t('assessment.note')}: {answer.note}
                    </span>
                  )}
                </td>
                <td>{level === null ? '–' : (levels[level]?.text[language] ?? '–')}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
