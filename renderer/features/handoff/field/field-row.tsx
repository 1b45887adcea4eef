import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readAnswer } from '../../../../db/handoff/answer.ts';
import type { FieldScore } from '../../../../db/handoff/score.ts';
import type { AnswerSource } from '../../../../db/handoff/source.ts';
import { useFormat } from '../../../lib/format.ts';
import { Chip } from '../../../ui/chip.tsx';
import type { Handoff } from '../handoff-type.ts';
import type { AnswerEdit, WorkedAnswer } from '../use-answers.ts';
import { AnswerInput } from './answer-input.tsx';
import { EarlierAnswer } from './earlier-answer.tsx';
import { FieldAsides } from './field-asides.tsx';
import styles from './field-row.module.css';
import { OtherSource } from './other-source.tsx';
import { QualityPicker } from './quality-picker.tsx';
import { SourceConflict } from './source-conflict.tsx';
import { SourcePicker } from './source-picker.tsx';

/** The id of a field's input, so that gates and gaps lead to it. */
export const fieldInputId = (key: string) => `handoff-field-${key}`;

/** One field of the delivery list: what is asked, of whom, the answer, how good it is, where it comes from. */
export function FieldRow({
  score: { field, quality, judged, missing },
  value,
  handoff,
  onType,
  onSave,
}: {
  score: FieldScore;
  value: WorkedAnswer;
  handoff: Handoff;
  onType: (edit: AnswerEdit) => void;
  onSave: (edit: AnswerEdit) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const helpId = useId();
  /** The source whose statement is being written down. */
  const [stating, setStating] = useState<AnswerSource | null>(null);
  const { currency } = handoff;
  const earlier = handoff.earlier[field.key];
  const { problem } = readAnswer(field, value.answer, currency);
  const label = field.label[language];
  const inputId = fieldInputId(field.key);

  function save(text: string): void {
    const reading = readAnswer(field, text, currency);
    if (reading.answer !== null) onSave({ answer: reading.answer });
  }

  return (
    <div className={styles.row} data-field={field.key}>
      <div className={styles.head}>
        <label htmlFor={inputId} className={field.need === 'required' ? styles.required : styles.label}>
          {label}
        </label>
        <span className={styles.need}>
          {t(`handoff.need.${field.need}`)} · {t(`handoff.supplier.${field.supplier}`)}
        </span>
        {missing === null && (
          <SourcePicker
            label={label}
            value={value.source}
            onPick={(source) => onSave({ source })}
            onState={setStating}
          />
        )}
        <span className={styles.judgement}>
          {missing ? (
            <Chip tone={field.gate ? 'bad' : 'warn'}>{t(`handoff.missing.${missing}`)}</Chip>
          ) : (
            <span className={styles.quality}>
              {t(`handoff.quality.${quality}`)}
              {!judged && ` · ${t('handoff.proposed')}`}
            </span>
          )}
          <QualityPicker
            label={t('handoff.qualityOf', { field: label })}
            judged={judged ? quality : null}
            counts={quality}
            isMissing={missing !== null && missing !== 'judged'}
            onPick={(picked) => onSave({ quality: picked })}
          />
        </span>
      </div>
      <AnswerInput
        id={inputId}
        field={field}
        handoff={handoff}
        value={value.answer}
        describedBy={helpId}
        status={problem ? 'error' : ''}
        onType={(text) => onType({ answer: text })}
        onSave={save}
      />
      <FieldAsides label={label} value={value} onType={onType} onSave={onSave}>
        <p id={helpId} className={styles.help}>
          {problem ? (
            <span className={styles.problem} role="alert">
              {t(`handoff.problem.${problem}`)}
            </span>
          ) : (
            field.help[language]
          )}
        </p>
      </FieldAsides>
      {stating && (
        <OtherSource
          key={stating}
          field={field}
          handoff={handoff}
          source={stating}
          onClose={() => setStating(null)}
        />
      )}
      <SourceConflict field={field} handoff={handoff} isAnswered={missing === null} />
      {earlier && earlier.answer !== value.answer && (
        <EarlierAnswer field={field} earlier={earlier} onTake={() => onSave({ answer: earlier.answer })} />
      )}
    </div>
  );
}
