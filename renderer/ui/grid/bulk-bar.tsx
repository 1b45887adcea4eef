import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../kbd.tsx';
import styles from './bulk-bar.module.css';

/** What can be done with all chosen rows at once; there only while some are chosen. */
export function BulkBar({
  count,
  children,
  onClear,
}: {
  count: number;
  children: ReactNode;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('grid.chosen', { count })}>
      <b className={styles.count} aria-live="polite">
        {t('grid.chosen', { count })}
      </b>
      {children}
      <Button type="text" size="small" className={styles.clear ?? ''} onClick={onClear}>
        <Kbd>Esc</Kbd> {t('grid.clear')}
      </Button>
    </div>
  );
}
