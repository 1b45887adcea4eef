import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Table } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PlacementLine } from '../../../db/segment/placement-query.ts';
import type { Scheme } from '../../../db/segment/scheme-query.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import styles from './placement-list.module.css';

/** Everyone, or the accounts of one segment, or those of none. */
type Shown = 'all' | 'none' | number;

const rowHeight = 34;
const listHeight = 360;

/** Every account with its place in the scheme; the chosen ones can be placed by hand, one or many. */
export function PlacementList({ scheme, currency }: { scheme: Scheme; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState<Shown>('all');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const { data: accounts } = useQuery(
    api.segment.placements.queryOptions({ schemeId: scheme.id }, { placeholderData: keepPreviousData }),
  );
  const done = (name: string) => {
    notify({ text: t('segment.placedNow', { count: chosen.length, name }), canUndo: true });
    setChosen([]);
  };
  const place = useMutation(
    api.segment.place.mutationOptions({
      onSuccess: (_, { segmentId }) => done(names.get(segmentId) ?? ''),
    }),
  );
  const takeOut = useMutation(
    api.segment.takeOut.mutationOptions({ onSuccess: () => done(t('segment.noSegment')) }),
  );
  const names = useMemo(() => new Map(scheme.segments.map(({ id, name }) => [id, name])), [scheme]);
  if (!accounts) return null;
  const wanted = text.trim().toLowerCase();
  const rows = accounts.filter(
    ({ name, segmentId }) =>
      (shown === 'all' || segmentId === (shown === 'none' ? null : shown)) &&
      name.toLowerCase().includes(wanted),
  );
  return (
    <section className={styles.list} aria-label={t('segment.accounts')}>
      <div className={styles.bar}>
        <h3>{t('segment.accounts')}</h3>
        <Select<Shown>
          className={styles.shown ?? ''}
          aria-label={t('segment.show')}
          value={shown}
          options={[
            { value: 'all', label: t('segment.showAll') },
            ...scheme.segments.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'none', label: t('segment.unplaced') },
          ]}
          onChange={setShown}
        />
        <Input
          className={styles.find ?? ''}
          allowClear
          value={text}
          placeholder={t('segment.find')}
          aria-label={t('segment.find')}
          onChange={({ target }) => setText(target.value)}
        />
        <span className={styles.chosen} aria-live="polite">
          {chosen.length > 0 && t('segment.chosen', { count: chosen.length })}
        </span>
        <Select<number>
          className={styles.place ?? ''}
          aria-label={t('segment.placeIn')}
          placeholder={t('segment.placeIn')}
          disabled={chosen.length === 0}
          value={null}
          options={scheme.segments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(segmentId) => place.mutate({ segmentId, accountIds: [...chosen] })}
        />
        <Button
          disabled={chosen.length === 0}
          onClick={() => takeOut.mutate({ schemeId: scheme.id, accountIds: [...chosen] })}
        >
          {t('segment.takeOut')}
        </Button>
      </div>
      <Table<PlacementLine>
        virtual
        size="small"
        scroll={{ y: Math.min(listHeight, Math.max(rows.length, 3) * rowHeight), x: 640 }}
        pagination={false}
        rowKey="id"
        dataSource={rows}
        locale={{ emptyText: <span className={styles.nobody}>{t('segment.nobodyShown')}</span> }}
        rowSelection={{
          columnWidth: 40,
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(Number)),
          getCheckboxProps: ({ name }) => ({ 'aria-label': name }),
        }}
        columns={[
          {
            title: t('segment.column.account'),
            dataIndex: 'name',
            width: 200,
            ellipsis: true,
            render: (name: string, { id }) => (
              <Link to={`/accounts/${id}`} className={styles.link}>
                {name}
              </Link>
            ),
          },
          {
            title: t('segment.column.segment'),
            dataIndex: 'segmentId',
            width: 150,
            ellipsis: true,
            render: (id: number | null) => (id === null ? '–' : (names.get(id) ?? '–')),
          },
          {
            title: t('segment.column.placedBy'),
            dataIndex: 'placedBy',
            width: 100,
            render: (by: PlacementLine['placedBy']) => (by ? t(`segment.by.${by}`) : ''),
          },
          { title: t('account.field.industry'), dataIndex: 'industry', width: 140, ellipsis: true },
          {
            title: t('account.field.size'),
            dataIndex: 'size',
            width: 80,
            render: (size: PlacementLine['size']) => (size ? t(`account.choice.size.${size}`) : '–'),
          },
          {
            title: t('segment.column.arr'),
            dataIndex: 'arrMinor',
            width: 120,
            align: 'right',
            render: (minor: number | null) => (minor === null ? '–' : format.money({ minor, currency })),
          },
        ]}
      />
    </section>
  );
}
