import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readAnswer } from '../../../db/domain/handoff-answer.ts';
import type { FieldScore } from '../../../db/domain/handoff-score.ts';
import { useFormat } from '../../lib/format.ts';
import { Chip } from '../../ui/chip.tsx';
import { AnswerInput } from './answer-input.tsx';
import { EarlierAnswer } from './earlier-answer.tsx';
import { FieldAsides } from './field-asides.tsx';
import styles from './field-row.module.css';
import type { Handoff } from './handoff-type.ts';
import { QualityPicker } from './quality-picker.tsx';
import type { AnswerEdit, WorkedAnswer } from './use-answers.ts';

/** The id of a field's input, so that gates and gaps lead to it. */
export const fieldInputId = (key: string) => `handoff-field-${key}`;

/** One field of the delivery list: what is asked, of whom, the answer, how good it is, where it comes from. */
export function FieldRow({
  score: { field, quality, judged, missing },
  value,
  currency,
  earlier,
  onType,
  onSave,
}: {
  score: FieldScore;
  value: WorkedAnswer;
  /** What an amount without a currency is in. */
  currency: string;
  /** What an earlier handoff of the account said here. */
  earlier: Handoff['earlier'][string] | undefined;
  onType: (edit: AnswerEdit) => void;
  onSave: (edit: AnswerEdit) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const helpId = useId();
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
      {earlier && earlier.answer !== value.answer && (
        <EarlierAnswer field={field} earlier={earlier} onTake={() => onSave({ answer: earlier.answer })} />
      )}
    </div>
  );
}
