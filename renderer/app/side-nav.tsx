import { Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import { type Area, areaGroups, useAreas } from '../lib/area.ts';
import { Kbd } from '../ui/kbd.tsx';
import styles from './side-nav.module.css';

/** The areas that are on, grouped by what people do there; those that are no daily business of the role, or have nothing to begin from yet, wait behind "More". */
export function SideNav({ isGoing }: { isGoing: boolean }) {
  const { t } = useTranslation();
  const { menu } = useAreas();
  const groups = areaGroups
    .map((key) => ({ key, areas: menu.filter(({ group }) => group === key) }))
    .filter(({ areas }) => areas.length > 0);
  return (
    <nav className={styles.nav} aria-label={t('app.navigation')}>
      {groups.map(({ key, areas }) => (
        <Fragment key={key}>
          {key !== 'today' && key !== 'more' && <h2 className={styles.group}>{t(`area.group.${key}`)}</h2>}
          {key === 'more' && <span className={styles.rest} />}
          {areas.map((area) => (
            <AreaLink key={area.key} area={area} isGoing={isGoing} />
          ))}
        </Fragment>
      ))}
      {groups.length > 0 && <MoreAreas />}
    </nav>
  );
}

function AreaLink({ area, isGoing }: { area: Area; isGoing: boolean }) {
  const { t } = useTranslation();
  const { key, path, icon: Icon, goKey, Count } = area;
  return (
    <NavLink
      to={path}
      className={({ isActive }) => (isActive ? `${styles.link} ${styles.on}` : styles.link)}
      aria-keyshortcuts={`g ${goKey}`}
    >
      <Icon size={15} strokeWidth={1.6} aria-hidden />
      {t(`nav.${key}`)}
      {isGoing ? (
        <span className={styles.count} aria-hidden>
          <Kbd>{goKey.toUpperCase()}</Kbd>
        </span>
      ) : (
        Count && (
          <span className={styles.count}>
            <Count />
          </span>
        )
      )}
    </NavLink>
  );
}

/** One step to every area that is not in the menu; settings decide what is. */
function MoreAreas() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { more } = useAreas();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...more.map(({ key, path, icon: Icon }) => ({
            key: path,
            label: t(`nav.${key}`),
            icon: <Icon size={15} strokeWidth={1.6} aria-hidden />,
          })),
          ...(more.length > 0 ? [{ type: 'divider' as const }] : []),
          { key: '/settings#areas', label: t('area.choose') },
        ],
        onClick: ({ key }) => void navigate(key),
      }}
    >
      <button type="button" className={styles.link}>
        <Ellipsis size={15} strokeWidth={1.6} aria-hidden />
        {t('area.more')}
      </button>
    </Dropdown>
  );
}
