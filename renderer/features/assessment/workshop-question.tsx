import { Button } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentOwner } from '../../../db/attachment/rule.ts';
import type { MeasureFigures } from '../../../db/maturity/measure.ts';
import type { MaturityIndicator } from '../../../db/maturity/model.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { Attachments } from '../../lib/attachments.tsx';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { confidences } from './answered.ts';
import type { ResponseChange, ShownAnswer } from './assessment-type.ts';
import type { Ballot } from './ballot.ts';
import { ProseField } from './prose-field.tsx';
import reasonStyles from './reason-form.module.css';
import { ReasonForm } from './reason-form.tsx';
import { Votes, VotesOf } from './votes.tsx';
import { WorkshopFigures } from './workshop-figures.tsx';
import styles from './workshop-question.module.css';

/** A level to give a reason for, or that the question does not apply. */
export type Asking = number | 'not-applicable';

/** One indicator at reading distance: the question, its levels, what was seen and how sure the assessor is. */
export function WorkshopQuestion({
  place,
  indicator,
  answer,
  assessedOn,
  canMeasure,
  ballot,
  attachTo,
  asking,
  onAsk,
  evidenceRef,
  onAnswer,
}: {
  /** The dimension with its number, such as “1 · Segmentation”. */
  place: string;
  indicator: MaturityIndicator;
  answer: ShownAnswer | undefined;
  assessedOn: IsoDate;
  /** Whether figures may be given: a respondent judges, the assessor measures. */
  canMeasure: boolean;
  /** What the respondents chose; null where one person answers. */
  ballot: Ballot | null;
  /** What files belong to; null where an answer takes none. */
  attachTo: AttachmentOwner | null;
  /** What a reason is being asked for: a level the respondents do not propose, or that the question does not apply. */
  asking: Asking | null;
  onAsk: (asking: Asking | null) => void;
  evidenceRef: RefObject<HTMLTextAreaElement | null>;
  onAnswer: (
    change:
      | Exclude<ResponseChange, { level: unknown }>
      | { level: number | null; because?: string }
      | { figures: MeasureFigures },
  ) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const question = useRef<HTMLHeadingElement>(null);
  const isSkipped = answer?.applicable === false;

  useEffect(() => {
    if (indicator.key) question.current?.focus({ preventScroll: true });
    question.current?.scrollIntoView({ block: 'nearest' });
  }, [indicator.key]);

  return (
    <article className={styles.question}>
      <h3>{place}</h3>
      <h2 ref={question} tabIndex={-1} className={styles.asked}>
        {indicator.question[language]}
      </h2>
      {indicator.measure && canMeasure && !isSkipped && (
        <WorkshopFigures
          key={indicator.key}
          measure={indicator.measure}
          figures={answer?.figures ?? {}}
          on={assessedOn}
          onGive={(figures) => onAnswer({ figures })}
        />
      )}
      <div className={isSkipped ? `${styles.levels} ${styles.skipped}` : styles.levels}>
        {indicator.levels.map(({ level, text, test }) => (
          <button
            key={level}
            type="button"
            className={styles.level}
            aria-pressed={answer?.level === level}
            onClick={() => onAnswer({ level: answer?.level === level ? null : level })}
          >
            <Kbd>{String(level)}</Kbd>
            <span className={styles.labels}>
              <span className={styles.text}>{text[language]}</span>
              <span className={styles.test}>{test[language]}</span>
            </span>
            {ballot?.isShown && <VotesOf names={ballot.names[level - 1] ?? []} />}
          </button>
        ))}
      </div>
      {ballot && <Votes ballot={ballot} />}
      {asking !== null && (
        <ReasonForm
          key={`${indicator.key} ${asking}`}
          ask={
            asking === 'not-applicable'
              ? t('assessment.whyNotApplicable')
              : t('assessment.consensus.why', { level: asking })
          }
          reason={(asking === 'not-applicable' ? answer?.reason : answer?.because) ?? ''}
          okText={
            asking === 'not-applicable'
              ? t('assessment.notApplicable')
              : t('assessment.consensus.take', { level: asking })
          }
          onCancel={() => onAsk(null)}
          onGive={(reason) => {
            onAnswer(
              asking === 'not-applicable'
                ? { notApplicableBecause: reason }
                : { level: asking, because: reason },
            );
            onAsk(null);
          }}
        />
      )}
      {asking === null && answer?.because && (
        <p className={reasonStyles.reason}>{t('assessment.consensus.because', { reason: answer.because })}</p>
      )}
      {asking === null && isSkipped && (
        <div className={reasonStyles.reason}>
          <span>{t('assessment.notApplicableBecause', { reason: answer?.reason })}</span>
          <Button size="small" onClick={() => onAsk('not-applicable')}>
            {t('assessment.editReason')}
          </Button>
          <Button size="small" onClick={() => onAnswer({ level: null })}>
            {t('assessment.applies')}
          </Button>
        </div>
      )}
      <div className={styles.seen}>
        <Card title={t('assessment.evidence')} beside={<Kbd>E</Kbd>}>
          <ProseField
            key={indicator.key}
            fieldRef={evidenceRef}
            label={t('assessment.evidence')}
            placeholder={indicator.evidence[language]}
            value={answer?.evidence ?? ''}
            onSave={(evidence) => onAnswer({ evidence })}
            onLeave={() => question.current?.focus({ preventScroll: true })}
          />
          {attachTo && <Attachments of={attachTo} />}
        </Card>
        <Card title={t('assessment.note')}>
          <ProseField
            key={indicator.key}
            label={t('assessment.note')}
            placeholder={t('assessment.noteHint')}
            value={answer?.note ?? ''}
            onSave={(note) => onAnswer({ note })}
            onLeave={() => question.current?.focus({ preventScroll: true })}
          />
        </Card>
        <Card title={t('assessment.confidence.label')} beside={<Kbd>C</Kbd>}>
          <Segmented
            label={t('assessment.confidence.label')}
            options={confidences.map((value) => ({ value, label: t(`assessment.confidence.${value}`) }))}
            value={answer?.confidence ?? null}
            onChange={(confidence) => onAnswer({ confidence })}
          />
        </Card>
      </div>
    </article>
  );
}
