import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerEdit, WorkedAnswer } from '../use-answers.ts';
import styles from './field-asides.module.css';

const parts = ['evidence', 'comment'] as const;
type Aside = (typeof parts)[number];

/** Source and comment of an answer: inputs where there is one, else a button each beside the help. */
export function FieldAsides({
  label,
  value,
  onType,
  onSave,
  children,
}: {
  /** The field's label, for the names of the inputs. */
  label: string;
  value: WorkedAnswer;
  onType: (edit: AnswerEdit) => void;
  onSave: (edit: AnswerEdit) => void;
  /** The help, on the buttons' line. */
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Aside | null>(null);
  const names = {
    evidence: t('handoff.evidenceOf', { field: label }),
    comment: t('handoff.commentOn', { field: label }),
  };
  const isShown = (part: Aside) => value[part] !== '' || opened === part;
  const shown = parts.filter(isShown);
  return (
    <>
      <div className={styles.line}>
        {children}
        {parts
          .filter((part) => !isShown(part))
          .map((part) => (
            <button
              key={part}
              type="button"
              className={styles.add}
              aria-label={names[part]}
              onClick={() => setOpened(part)}
            >
              + {t(`handoff.form.${part}`)}
            </button>
          ))}
      </div>
      {shown.length > 0 && (
        <div className={styles.inputs}>
          {shown.map((part) => (
            <Input
              key={part}
              size="small"
              variant="filled"
              maxLength={2000}
              autoFocus={opened === part}
              value={value[part]}
              prefix={<span className={styles.prefix}>{t(`handoff.form.${part}`)}</span>}
              aria-label={names[part]}
              onChange={(event) => onType({ [part]: event.target.value })}
              onBlur={() => {
                setOpened(null);
                onSave({ [part]: value[part].trim() });
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}
