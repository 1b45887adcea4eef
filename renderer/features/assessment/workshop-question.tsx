import { Button, Input } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaturityIndicator } from '../../../db/domain/maturity-model.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { AnswerChange, ShownAnswer } from './assessment-type.ts';
import { ProseField } from './prose-field.tsx';
import styles from './workshop-question.module.css';

const confidences = ['low', 'medium', 'high'] as const;

/** One indicator at reading distance: the question, its levels, what was seen and how sure the assessor is. */
export function WorkshopQuestion({
  place,
  indicator,
  answer,
  isSkipping,
  onSkipping,
  evidenceRef,
  onAnswer,
}: {
  /** The dimension with its number, such as “1 · Segmentation”. */
  place: string;
  indicator: MaturityIndicator;
  answer: ShownAnswer | undefined;
  /** Whether a reason for “not applicable” is being asked. */
  isSkipping: boolean;
  onSkipping: (isSkipping: boolean) => void;
  evidenceRef: RefObject<HTMLTextAreaElement | null>;
  onAnswer: (change: AnswerChange) => void;
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
            <span>
              <span className={styles.text}>{text[language]}</span>
              <span className={styles.test}>{test[language]}</span>
            </span>
          </button>
        ))}
      </div>
      {(isSkipping || isSkipped) && (
        <NotApplicable
          key={`${indicator.key} ${isSkipping}`}
          reason={answer?.reason ?? ''}
          isEditing={isSkipping}
          onEdit={() => onSkipping(true)}
          onCancel={() => onSkipping(false)}
          onSkip={(reason) => {
            onAnswer({ notApplicableBecause: reason });
            onSkipping(false);
          }}
          onApply={() => onAnswer({ level: null })}
        />
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
        <Card title={t('assessment.confidence.label')}>
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

function NotApplicable({
  reason,
  isEditing,
  onEdit,
  onCancel,
  onSkip,
  onApply,
}: {
  reason: string;
  isEditing: boolean;
  onEdit: () => void;
  onCancel: () => void;
  onSkip: (reason: string) => void;
  onApply: () => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(reason);
  if (!isEditing)
    return (
      <div className={styles.notApplicable}>
        <span>{t('assessment.notApplicableBecause', { reason })}</span>
        <Button size="small" onClick={onEdit}>
          {t('assessment.editReason')}
        </Button>
        <Button size="small" onClick={onApply}>
          {t('assessment.applies')}
        </Button>
      </div>
    );
  return (
    <form
      className={styles.notApplicable}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onSkip(typed);
      }}
    >
      <Input
        autoFocus
        maxLength={500}
        aria-label={t('assessment.whyNotApplicable')}
        placeholder={t('assessment.whyNotApplicable')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onCancel()}
      />
      <Button htmlType="submit" disabled={typed.trim() === ''}>
        {t('assessment.notApplicable')}
      </Button>
      <Button type="text" onClick={onCancel}>
        {t('app.cancel')}
      </Button>
    </form>
  );
}
