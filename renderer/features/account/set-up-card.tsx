import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountCounts } from '../../../db/account/section-query.ts';
import { useAreas } from '../../lib/area.ts';
import { type AccountTab, setUps } from './account-section.ts';
import styles from './set-up-card.module.css';

/** Everything the account has none of yet, as one line with the time it takes; opened, each with the way to it. */
export function SetUpCard({ counts, onTab }: { counts: AccountCounts; onTab: (tab: AccountTab) => void }) {
  const { t } = useTranslation();
  const { isOn } = useAreas();
  const missing = setUps.filter(
    (each) => counts[each.counts] === 0 && (!('area' in each) || isOn(each.area)),
  );
  const isNew = counts.contract === 0;
  const [isOpen, setIsOpen] = useState(isNew);
  if (missing.length === 0) return null;
  const minutes = missing.reduce((sum, each) => sum + each.minutes, 0);
  const names = missing.map((each) => t(`account.setUp.name.${each.counts}`));
  return (
    <section className={styles.card} aria-label={t('account.setUp.title', { count: missing.length })}>
      <button type="button" className={styles.head} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span aria-hidden>{isOpen ? '▾' : '▸'}</span>
        <b>{t('account.setUp.title', { count: missing.length })}</b>
        {!isOpen && <span className={styles.names}>{names.join(' · ')}</span>}
        <span className={styles.time}>{t('account.setUp.minutes', { count: minutes })}</span>
      </button>
      {isOpen && (
        <ul>
          {missing.map((each) => (
            <li key={each.counts} className={styles.line}>
              <span className={styles.name}>{t(`account.setUp.name.${each.counts}`)}</span>
              <Button
                size="small"
                aria-label={t('account.setUp.doIt', { name: t(`account.setUp.name.${each.counts}`) })}
                onClick={() => onTab(each.tab)}
              >
                {t('account.setUp.do')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
