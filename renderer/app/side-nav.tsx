import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { api } from '../lib/api.ts';
import { useFormat } from '../lib/format.ts';
import { sections } from './navigation.ts';
import styles from './side-nav.module.css';

export function SideNav({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.nav} aria-label={t('app.navigation')}>
      {isOpen &&
        sections.map(({ key, path, icon: Icon }) => (
          <NavLink
            key={key}
            to={path}
            className={({ isActive }) => (isActive ? `${styles.link} ${styles.on}` : styles.link)}
          >
            <Icon size={15} strokeWidth={1.6} aria-hidden />
            {t(`nav.${key}`)}
            {key === 'today' && <TodayCount />}
          </NavLink>
        ))}
    </nav>
  );
}

/** How much needs the CSM now; what only comes up is not counted. */
function TodayCount() {
  const format = useFormat();
  const { data } = useQuery(api.today.read.queryOptions());
  return data && data.count.pressing > 0 ? (
    <span className={styles.count}>{format.number(data.count.pressing)}</span>
  ) : null;
}
