import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './workshop.module.css';

/** After the last question, or the last open one: what is left, and what comes next. */
export function WorkshopEnd({
  open,
  isLast,
  isRespondent,
  onFirstOpen,
}: {
  open: number;
  isLast: boolean;
  isRespondent: boolean;
  onFirstOpen: () => void;
}) {
  const { t } = useTranslation();
  if (!isLast && open > 0) return null;
  return (
    <div className={styles.end}>
      {open > 0
        ? t('assessment.stillOpen', { count: open })
        : isRespondent
          ? t('assessment.allAnsweredApart')
          : t('assessment.allAnswered')}
      {open > 0 && <Button onClick={onFirstOpen}>{t('assessment.firstOpen')}</Button>}
    </div>
  );
}
