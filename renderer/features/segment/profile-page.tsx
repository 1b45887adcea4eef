import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Quadrant, quadrants } from '../../../db/segment/ideal-profile.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar, SlicedAway } from '../../lib/slice-filter.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProfileChart } from './profile-chart.tsx';
import { ProfileList } from './profile-list.tsx';
import styles from './profile-page.module.css';
import type { ProfileCut } from './profile-points.ts';
import { SegmentTabs } from './segment-tabs.tsx';

/** The book against the ideal customer: who to invest in, whom to coach, whom to win over, where to spend little. */
export function ProfilePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { slice, isSliced } = useSlice();
  const [cut, setCut] = useState<ProfileCut>('ideal');
  const { data } = useQuery(
    api.segment.idealProfile.list.queryOptions({ slice }, { placeholderData: keepPreviousData }),
  );
  const accounts = useMemo(() => data?.accounts ?? [], [data]);
  const shown = accounts.filter(({ id, quadrant }) =>
    typeof cut === 'object' ? cut.accountIds.includes(id) : (quadrant ?? 'unknown') === cut,
  );
  if (!data) return null;
  const countOf = (key: Quadrant | 'unknown') =>
    accounts.filter(({ quadrant }) => (quadrant ?? 'unknown') === key).length;
  return (
    <>
      <PageHead title={t('profile.title')} count={format.number(accounts.length)}>
        <SegmentTabs shown="profiles" />
      </PageHead>
      <SliceBar />
      {accounts.length === 0 && isSliced ? (
        <SlicedAway />
      ) : accounts.length === 0 ? (
        <EmptyState title={t('profile.none.title')}>{t('profile.none.teach')}</EmptyState>
      ) : (
        <div className={styles.split}>
          <div className={styles.left}>
            <ProfileChart accounts={accounts} onSelect={(accountIds) => setCut({ accountIds })} />
            <div className={styles.quadrants}>
              {[...quadrants, 'unknown' as const].map((key) => (
                <button
                  key={key}
                  type="button"
                  className={styles.quadrant}
                  aria-pressed={cut === key}
                  onClick={() => setCut(key)}
                >
                  <span className={styles.name}>{t(`profile.quadrant.${key}`)}</span>
                  <span className={styles.count}>{format.number(countOf(key))}</span>
                </button>
              ))}
            </div>
          </div>
          <ProfileList cut={cut} accounts={shown} currency={data.currency} />
        </div>
      )}
    </>
  );
}
