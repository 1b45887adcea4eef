import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import styles from './account-segments.module.css';

/** Where one account is in each scheme, to be changed by hand. */
export function AccountSegments({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const { data: placements } = useQuery(api.segment.ofAccount.queryOptions({ accountId }));
  const { data } = useQuery(api.segment.schemes.queryOptions());
  const { mutate: place } = useMutation(api.segment.place.mutationOptions());
  const { mutate: takeOut } = useMutation(api.segment.takeOut.mutationOptions());
  if (!placements || !data) return null;
  return (
    <Card title={t('segment.title')}>
      {placements.length === 0 && <p className={styles.by}>{t('segment.none.teach')}</p>}
      {placements.map(({ schemeId, schemeName, segmentId, placedBy }) => (
        <div key={schemeId} className={styles.line}>
          <span aria-hidden>{schemeName}</span>
          <Select<number | null>
            aria-label={schemeName}
            value={segmentId}
            allowClear
            placeholder={t('segment.noSegment')}
            options={(data.schemes.find(({ id }) => id === schemeId)?.segments ?? []).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            onChange={(chosen) =>
              chosen
                ? place({ segmentId: chosen, accountIds: [accountId] })
                : takeOut({ schemeId, accountIds: [accountId] })
            }
          />
          <span className={styles.by}>{placedBy && t(`segment.by.${placedBy}`)}</span>
        </div>
      ))}
    </Card>
  );
}
