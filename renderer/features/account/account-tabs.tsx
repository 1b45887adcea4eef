import { useTranslation } from 'react-i18next';
import type { AccountCounts } from '../../../db/account/section-query.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { type AccountTab, accountTabs, tabCounts } from './account-section.ts';
import styles from './account-tabs.module.css';

/** The tabs of an account with how much is on each; the keys 1 to 8 choose one. */
export function AccountTabs({
  tab,
  counts,
  onTab,
}: {
  tab: AccountTab;
  counts: AccountCounts;
  onTab: (tab: AccountTab) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.tabs} role="tablist" aria-label={t('account.tabs')}>
      {accountTabs.map((each, at) => {
        const count = tabCounts[each].reduce((sum, of) => sum + counts[of], 0);
        return (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === tab}
            aria-keyshortcuts={String(at + 1)}
            className={each === tab ? `${styles.tab} ${styles.on}` : styles.tab}
            onClick={() => onTab(each)}
          >
            {t(`account.tab.${each}`)}
            {count > 0 && <span className={styles.count}>{count}</span>}
          </button>
        );
      })}
      <span className={styles.keys} aria-hidden>
        <Kbd>1</Kbd> – <Kbd>8</Kbd>
      </span>
    </div>
  );
}
