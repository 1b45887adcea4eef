import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './reason-form.module.css';

/** Asks why in one line; Enter gives it, Escape takes the question back. */
export function ReasonForm({
  ask,
  reason,
  okText,
  onGive,
  onCancel,
}: {
  ask: string;
  /** What was said before. */
  reason: string;
  okText: string;
  onGive: (reason: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(reason);
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onGive(typed);
      }}
    >
      <Input
        autoFocus
        maxLength={200}
        aria-label={ask}
        placeholder={ask}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onCancel()}
      />
      <Button htmlType="submit" disabled={typed.trim() === ''}>
        {okText}
      </Button>
      <Button type="text" onClick={onCancel}>
        {t('app.cancel')}
      </Button>
    </form>
  );
}
