import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaturityIndicator } from '../../../db/maturity/model.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import styles from './answer-table.module.css';
import type { ShownAnswer, ShownAssessment } from './assessment-type.ts';
import { ScoreChange } from './score-change.tsx';
import tableStyles from './table.module.css';
import { useMeasureWords } from './use-measure-words.ts';

/** Every question with the level chosen, what was seen, how sure the assessor was, and the level before. */
export function AnswerTable({ assessment: { model, answers, compared } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const headings = [
    t('maturity.indicator'),
    t('maturity.level'),
    t('assessment.evidence'),
    t('assessment.confidence.label'),
    ...(compared ? [compared.assessedOn] : []),
  ];
  return (
    <Card>
      <table className={`${tableStyles.table} ${styles.answers}`}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.dimensions.map(({ key, name, asks, indicators }) => (
            <Fragment key={key}>
              {indicators.length > 1 && (
                <tr className={styles.dimension}>
                  <th scope="rowgroup" colSpan={headings.length}>
                    {name[language]} <span className={tableStyles.aside}>{asks[language]}</span>
                  </th>
                </tr>
              )}
              {indicators.map((indicator) => (
                <AnswerRow
                  key={indicator.key}
                  indicator={indicator}
                  answer={answers.find((answer) => answer.indicator === indicator.key)}
                  before={compared?.answers.find((answer) => answer.indicator === indicator.key)}
                  isCompared={compared !== null}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function AnswerRow({
  indicator: { name, question, levels, measure },
  answer,
  before,
  isCompared,
}: {
  indicator: MaturityIndicator;
  answer: ShownAnswer | undefined;
  before: ShownAnswer | undefined;
  isCompared: boolean;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const measureWords = useMeasureWords();
  const level = answer?.level ?? null;
  const was = before?.level ?? null;
  return (
    <tr className={tableStyles.top}>
      <th scope="row" className={tableStyles.prose}>
        {name[language]}
        <span className={styles.question}>{question[language]}</span>
      </th>
      <td className={tableStyles.prose}>
        {answer?.applicable === false ? (
          t('assessment.notApplicableBecause', { reason: answer.reason })
        ) : level === null ? (
          <span className={tableStyles.aside}>{t('assessment.open')}</span>
        ) : (
          <>
            <b className="tabular">{level}</b> {levels[level - 1]?.text[language]}
            {measure && answer?.figures && (
              <span className={styles.question}>{measureWords.figures(measure, answer.figures)}</span>
            )}
          </>
        )}
      </td>
      <td className={tableStyles.prose}>
        {answer?.evidence ?? '–'}
        {answer?.note && (
          <span className={styles.note} title={t('assessment.noteHint')}>
            {t('assessment.noteOf', { note: answer.note })}
          </span>
        )}
      </td>
      <td>{answer?.confidence ? t(`assessment.confidence.${answer.confidence}`) : '–'}</td>
      {isCompared && (
        <td className="tabular">
          {was ?? '–'}{' '}
          {was !== null && level !== null && was !== level && (
            <ScoreChange difference={level - was} ofLevels />
          )}
        </td>
      )}
    </tr>
  );
}
