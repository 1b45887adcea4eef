import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffDecision } from '../../../../db/handoff/decision.ts';
import styles from './reason-field.module.css';

/** The reason for a decision; asked for outright when the rule offers another one. */
export function ReasonField({
  against,
  value,
  onChange,
}: {
  /** The offer that is decided against; null when the decision follows it. */
  against: HandoffDecision | null;
  value: string;
  onChange: (reason: string) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles.reason}>
      <label htmlFor={id}>
        {against
          ? t('handoff.reason.otherwise', { offered: t(`handoff.decision.${against}`) })
          : t('handoff.reason.word')}
      </label>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
