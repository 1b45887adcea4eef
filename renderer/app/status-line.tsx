import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.ts';
import { pageTotalsId } from '../ui/page-totals.tsx';
import styles from './status-line.module.css';

/** The bottom line: a screen's totals at the left (page-totals.tsx), trust at the right. */
export function StatusLine({ savedAt, backedUpAt }: { savedAt: string; backedUpAt: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const saved = t('app.saved', { at: format.moment(savedAt) });
  const backedUp = backedUpAt ? t('app.backedUp', { at: format.moment(backedUpAt) }) : t('app.notBackedUp');
  return (
    <footer className={styles.line}>
      <div id={pageTotalsId} className={styles.totals} />
      <span className={styles.trust}>
        {saved} · {backedUp}
      </span>
    </footer>
  );
}
