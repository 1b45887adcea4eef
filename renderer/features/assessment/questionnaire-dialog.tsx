import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { notify } from '../../lib/notices.ts';
import { useChosen } from '../../ui/use-chosen.ts';
import type { ReturnedQuestionnaire, ShownAssessment } from './assessment-type.ts';
import styles from './questionnaire-dialog.module.css';
import tableStyles from './table.module.css';
import { useModelWords } from './use-model-words.ts';

/** A questionnaire that came back, before anything of it is taken over: what it changes and what could not be read, per cell. */
export function QuestionnaireDialog({
  assessment,
  upload,
  onClose,
}: {
  assessment: ShownAssessment;
  upload: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { data, error } = useQuery(
    api.assessment.respondent.compareQuestionnaire.queryOptions({ id: assessment.id, upload }, { gcTime: 0 }),
  );
  if (error)
    return (
      <Modal open title={t('assessment.questionnaire.compare')} footer={null} onCancel={onClose}>
        <p role="alert">{failureText(error, t)}</p>
      </Modal>
    );
  return data ? (
    <Comparison assessment={assessment} returned={data} upload={upload} onClose={onClose} />
  ) : null;
}

function Comparison({
  assessment,
  returned,
  upload,
  onClose,
}: {
  assessment: ShownAssessment;
  returned: ReturnedQuestionnaire;
  upload: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { differences, foreign, respondent, isThisAssessment, otherVersion } = returned;
  const changes = differences.filter(({ isChange }) => isChange);
  // What is certain is chosen beforehand; what would be overwritten, and another assessment's answers, are not.
  const { chosen, isAll, toggle, toggleAll } = useChosen(
    changes.map(({ indicator }) => indicator),
    () =>
      isThisAssessment
        ? changes
            .filter(({ problem, overwrites }) => problem === null && !overwrites)
            .map(({ indicator }) => indicator)
        : [],
  );
  const { mutate: takeOver, isPending } = useMutation(
    api.assessment.respondent.takeOverQuestionnaire.mutationOptions({
      onSuccess: ({ changed }) => {
        notify({
          text: t('assessment.questionnaire.taken', { count: changed, name: respondent.name }),
          canUndo: true,
        });
        onClose();
      },
    }),
  );
  const warnings = [
    !isThisAssessment && t('assessment.questionnaire.otherAssessment', { subject: returned.subject }),
    otherVersion !== null &&
      t('assessment.questionnaire.otherVersion', { version: otherVersion, here: assessment.model.version }),
    respondent.isNew && t('assessment.questionnaire.newRespondent', { name: respondent.name }),
    foreign.length > 0 &&
      t('assessment.questionnaire.foreign', {
        count: foreign.length,
        cells: foreign
          .slice(0, 10)
          .map(({ cell }) => cell)
          .join(', '),
      }),
  ].filter((warning) => warning !== false);
  return (
    <Modal
      open
      width={940}
      title={t('assessment.questionnaire.compareOf', { name: respondent.name })}
      okText={t('assessment.questionnaire.take', { count: chosen.size })}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: chosen.size === 0 }}
      confirmLoading={isPending}
      onOk={() =>
        takeOver({
          id: assessment.id,
          upload,
          indicators: [...chosen],
          otherAssessment: !isThisAssessment,
        })
      }
      onCancel={onClose}
    >
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning} role="alert">
          {warning}
        </p>
      ))}
      <p className={styles.summary}>
        {differences.length === 0
          ? t('assessment.questionnaire.same')
          : t('assessment.questionnaire.unchanged', { count: returned.unchanged })}
      </p>
      {differences.length > 0 && (
        <div className={styles.scroller}>
          <table className={tableStyles.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Checkbox
                    checked={isAll}
                    indeterminate={!isAll && chosen.size > 0}
                    disabled={changes.length === 0}
                    aria-label={t('assessment.questionnaire.all')}
                    onChange={toggleAll}
                  />
                </th>
                <th scope="col">{t('maturity.indicator')}</th>
                <th scope="col">{t('assessment.questionnaire.before')}</th>
                <th scope="col">{t('assessment.questionnaire.after')}</th>
                <th scope="col">{t('assessment.questionnaire.cell')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => (
                <DifferenceRow
                  key={difference.indicator}
                  assessment={assessment}
                  difference={difference}
                  isChosen={chosen.has(difference.indicator)}
                  onToggle={() => toggle(difference.indicator)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  );
}

type Difference = ReturnedQuestionnaire['differences'][number];

function DifferenceRow({
  assessment,
  difference: { indicator, before, after, cell, typed, problem, isChange, overwrites },
  isChosen,
  onToggle,
}: {
  assessment: ShownAssessment;
  difference: Difference;
  isChosen: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation();
  const labels = useModelWords(assessment.model);
  const name = labels.indicator(indicator);
  return (
    <tr className={tableStyles.top}>
      <td>
        <Checkbox
          checked={isChosen}
          disabled={!isChange}
          aria-label={t('assessment.questionnaire.takeOne', { name })}
          onChange={onToggle}
        />
      </td>
      <th scope="row" className={tableStyles.prose}>
        {name}
      </th>
      <td className={tableStyles.prose}>{before ? <Content answer={before} /> : '–'}</td>
      <td className={tableStyles.prose}>
        {after && <Content answer={after} />}
        {overwrites && isChange && (
          <span className={styles.problem}>{t('assessment.questionnaire.overwrites')}</span>
        )}
        {problem && (
          <span className={styles.problem}>
            {t(`assessment.questionnaire.problem.${problem}`, { highest: assessment.model.scale.length })}
          </span>
        )}
        {problem && !after && typed !== '' && (
          <span className={styles.problem}>{t('assessment.questionnaire.typed', { typed })}</span>
        )}
      </td>
      <td className={`${tableStyles.aside} tabular`}>{cell ?? '–'}</td>
    </tr>
  );
}

function Content({ answer }: { answer: NonNullable<Difference['after']> }) {
  const { t } = useTranslation();
  const { level, applicable, reason, confidence, evidence, note } = answer;
  return (
    <>
      {applicable ? (
        <b className="tabular">{level ?? '–'}</b>
      ) : (
        t('assessment.notApplicableBecause', { reason })
      )}
      {confidence && ` · ${t(`assessment.confidence.${confidence}`)}`}
      {[evidence, note]
        .filter((text) => text !== '')
        .map((text) => (
          <span key={text} className={styles.content}>
            {text}
          </span>
        ))}
    </>
  );
}
