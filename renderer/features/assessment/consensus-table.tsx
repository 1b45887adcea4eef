import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { isSettled } from './answered.ts';
import type { ShownAnswer, ShownAssessment, ShownSpread } from './assessment-type.ts';
import styles from './respondents-part.module.css';
import tableStyles from './table.module.css';

/** Two levels or more between the highest and the lowest answer are worth talking about. */
const farApart = 2;

/** What the respondents chose per question, how far they lie apart, and what was chosen of it with its reason. */
export function ConsensusTable({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { id, model, spreads, answers, respondents, finishedOn } = assessment;
  const { mutate: agree, isPending } = useMutation(
    api.assessment.respondent.agree.mutationOptions({
      onSuccess: ({ settled }) =>
        notify({ text: t('assessment.consensus.agreed', { count: settled }), canUndo: true }),
    }),
  );
  const answerOf = (key: string) => answers.find(({ indicator }) => indicator === key);
  const agreed = spreads.filter(
    (spread) =>
      spread.isUnanimous && spread.settled === respondents.length && !isSettled(answerOf(spread.indicator)),
  ).length;
  return (
    <Card
      title={t('assessment.consensus.title')}
      beside={t('assessment.consensus.teach')}
      action={
        finishedOn === null && (
          <Button size="small" disabled={agreed === 0} loading={isPending} onClick={() => agree({ id })}>
            {t('assessment.consensus.agree', { count: agreed })}
          </Button>
        )
      }
    >
      <table className={tableStyles.table}>
        <thead>
          <tr>
            <th scope="col">{t('maturity.indicator')}</th>
            <th scope="col">{t('assessment.consensus.votes', { highest: model.scale.length })}</th>
            <th scope="col">{t('assessment.consensus.spread')}</th>
            <th scope="col">{t('assessment.consensus.proposal')}</th>
            <th scope="col">{t('assessment.consensus.chosen')}</th>
          </tr>
        </thead>
        <tbody>
          {indicatorsOf(model).map(({ indicator: { key, name } }) => {
            const spread = spreads.find((each) => each.indicator === key);
            return (
              <tr key={key} className={tableStyles.top}>
                <th scope="row" className={tableStyles.prose}>
                  {finishedOn === null ? (
                    <Link to={`/assessments/${id}/workshop?at=${key}`}>{name[language]}</Link>
                  ) : (
                    name[language]
                  )}
                </th>
                {spread && <SpreadCells spread={spread} />}
                <td className={tableStyles.prose}>
                  <Chosen answer={answerOf(key)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}

function SpreadCells({
  spread: { votes, notApplicable, apart, isUnanimous, proposal },
}: {
  spread: ShownSpread;
}) {
  const { t } = useTranslation();
  const levels = votes.map((count, at) => ({ level: at + 1, count }));
  return (
    <>
      <td>
        <span className={`${styles.votes} tabular`}>
          {levels.map(({ level, count }) => (
            <span
              key={level}
              className={count > 0 ? `${styles.vote} ${styles.given}` : styles.vote}
              title={t('assessment.consensus.votesOf', { level, count })}
            >
              {count === 0 ? '·' : count}
            </span>
          ))}
        </span>
        {notApplicable > 0 && ` ${t('assessment.consensus.votesNot', { count: notApplicable })}`}
      </td>
      <td className={apart !== null && apart >= farApart ? styles.far : undefined}>
        {isUnanimous
          ? t('assessment.consensus.unanimous')
          : apart
            ? t('assessment.consensus.apart', { count: apart })
            : '–'}
      </td>
      <td className="tabular">
        {proposal ? (proposal.applicable ? proposal.level : t('assessment.notApplicableShort')) : '–'}
      </td>
    </>
  );
}

function Chosen({ answer }: { answer: ShownAnswer | undefined }) {
  const { t } = useTranslation();
  if (!answer || !isSettled(answer)) return <span className={tableStyles.aside}>{t('assessment.open')}</span>;
  if (!answer.applicable) return t('assessment.notApplicableBecause', { reason: answer.reason });
  return (
    <>
      <b className="tabular">{answer.level}</b>{' '}
      {answer.because && <span className={styles.because}>{answer.because}</span>}
    </>
  );
}
