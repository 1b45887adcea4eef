import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
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
          </NavLink>
        ))}
    </nav>
  );
}
