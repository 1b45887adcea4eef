import { Button } from 'antd';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { areaPlaces, roles } from '../../../db/types/role.ts';
import { type Area, areaGroups, useAreas } from '../../lib/area.ts';
import { Card } from '../../ui/card.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './areas-card.module.css';

/** Which areas stand in the menu, which behind "More", and which are off; the role decides what to begin with. */
export function AreasCard() {
  const { t } = useTranslation();
  const { all, role, placeAll, chooseRole } = useAreas();
  const { hash } = useLocation();
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hash === '#areas') here.current?.scrollIntoView({ block: 'start' });
  }, [hash]);
  return (
    <div ref={here}>
      <Card
        title={t('area.title')}
        action={
          <Button size="small" onClick={placeAll}>
            {t('area.all')}
          </Button>
        }
      >
        <div className={styles.role}>
          <Segmented
            label={t('area.role.label')}
            options={roles.map((value) => ({ value, label: t(`area.role.${value}`) }))}
            value={role ?? null}
            onChange={chooseRole}
          />
        </div>
        {areaGroups
          .filter((key) => all.some(({ group }) => group === key))
          .map((group) => (
            <Fragment key={group}>
              <h3 className={styles.group}>{t(`area.group.${group}`)}</h3>
              {all
                .filter((area) => area.group === group)
                .map((area) => (
                  <AreaRow key={area.key} area={area} />
                ))}
            </Fragment>
          ))}
      </Card>
    </div>
  );
}

function AreaRow({ area }: { area: Area }) {
  const { t } = useTranslation();
  const { placeOf, place, isWaiting } = useAreas();
  const { key, icon: Icon, isFixed, needs } = area;
  const name = t(`nav.${key}`);
  return (
    <div className={styles.area}>
      <Icon size={15} strokeWidth={1.6} aria-hidden />
      <span className={styles.name}>{name}</span>
      {isFixed ? (
        <span className={styles.aside}>{t('area.fixed')}</span>
      ) : (
        <>
          {needs && isWaiting(area) && <span className={styles.aside}>{t(`area.needs.${needs}`)}</span>}
          <Segmented
            label={name}
            options={areaPlaces.map((value) => ({ value, label: t(`area.place.${value}`) }))}
            value={placeOf(area)}
            onChange={(at) => place(key, at)}
          />
        </>
      )}
    </div>
  );
}
