import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { CadenceState } from '../../../db/qbr/cadence.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { type ExportColumn, ListExport } from '../../lib/list-export.tsx';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar, SlicedAway } from '../../lib/slice-filter.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import styles from './qbr.module.css';
import { QbrDialog } from './qbr-dialog.tsx';
import listStyles from './qbr-list.module.css';
import { QbrTabs } from './qbr-tabs.tsx';
import type { QbrList as Reviews } from './qbr-type.ts';

const tones: Readonly<Record<CadenceState, Tone>> = { overdue: 'bad', due: 'warn', coming: 'plain' };
const shapes = { overdue: 'risk', due: 'watch', coming: undefined } as const;

type Review = Reviews['reviews'][number];

function reviewExport(t: TFunction): readonly ExportColumn<Review>[] {
  return [
    { key: 'account', heading: t('qbr.account'), is: 'text', value: ({ account }) => account },
    { key: 'kind', heading: t('qbr.kindWord'), is: 'text', value: ({ kind }) => t(`qbr.kindShort.${kind}`) },
    { key: 'period', heading: t('qbr.reviewed'), is: 'text', value: ({ period }) => t('qbr.period', period) },
    {
      key: 'meetingOn',
      heading: t('qbr.meetingOn'),
      is: 'date',
      value: ({ heldOn, meetingOn }) => heldOn ?? meetingOn,
    },
    {
      key: 'standing',
      heading: t('qbr.standing'),
      is: 'text',
      value: ({ heldOn, frozenAt }) =>
        t(heldOn ? 'qbr.isHeld' : frozenAt ? 'qbr.isFrozenShort' : 'qbr.isOpen'),
    },
  ];
}

/** Every review: those being prepared, those due, and those held. */
export function QbrList() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { slice, isSliced } = useSlice();
  const { data } = useQuery(api.qbr.list.queryOptions({ slice }, { placeholderData: keepPreviousData }));
  const [asked, setAsked] = useState<{ accountId: number | null } | null>(null);
  if (!data) return null;
  const open = data.reviews.filter(({ heldOn }) => heldOn === null);
  const held = data.reviews.filter(({ heldOn }) => heldOn !== null);
  const waiting = data.due.filter(({ next, openQbrId }) => next.kind === 'next' && openQbrId === null);
  const isEmpty = data.reviews.length === 0 && waiting.length === 0;
  const overdue = waiting.filter(({ next }) => next.kind === 'next' && next.state === 'overdue').length;
  return (
    <>
      <PageHead
        title={t('nav.qbr')}
        count={format.number(open.length)}
        beside={overdue > 0 && <Chip tone="bad">{t('qbr.overdueCount', { count: overdue })}</Chip>}
      >
        <ListExport title={t('nav.qbr')} columns={reviewExport(t)} rows={[...open, ...held]} />
        <Button onClick={() => void navigate('/promises')}>{t('commitment.ledger.title')}</Button>
        <QbrTabs shown="list" />
        <Button type="primary" onClick={() => setAsked({ accountId: null })}>
          {t('qbr.add')}
        </Button>
      </PageHead>
      <SliceBar />
      <div className={listStyles.columns}>
        {isEmpty && isSliced && <SlicedAway />}
        {isEmpty && !isSliced && (
          <EmptyState
            title={t('qbr.none.title')}
            action={<Button onClick={() => setAsked({ accountId: null })}>{t('qbr.add')}</Button>}
          >
            {t('qbr.none.teach')}
          </EmptyState>
        )}
        {open.length > 0 && (
          <Card title={t('qbr.inPreparation')}>
            <ReviewTable reviews={open} />
          </Card>
        )}
        {waiting.length > 0 && (
          <Card title={t('qbr.due')} beside={t('qbr.dueTeach')}>
            <DueTable due={waiting} onPrepare={(accountId) => setAsked({ accountId })} />
          </Card>
        )}
        {held.length > 0 && (
          <Card title={t('qbr.held')}>
            <ReviewTable reviews={held} />
          </Card>
        )}
      </div>
      {asked && (
        <QbrDialog
          qbr={null}
          accountId={asked.accountId}
          onClose={() => setAsked(null)}
          onCreated={(id) => void navigate(`/reviews/${id}`)}
        />
      )}
    </>
  );
}

function ReviewTable({ reviews }: { reviews: Reviews['reviews'] }) {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('qbr.account')}</th>
          <th>{t('qbr.kindWord')}</th>
          <th>{t('qbr.reviewed')}</th>
          <th>{t('qbr.meetingOn')}</th>
          <th>{t('qbr.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {reviews.map(({ id, account, kind, period, meetingOn, heldOn, frozenAt }) => (
          <tr key={id}>
            <td className={styles.name}>
              <Link to={`/reviews/${id}`} className={styles.link}>
                {account}
              </Link>
            </td>
            <td>{t(`qbr.kindShort.${kind}`)}</td>
            <td className={styles.nowrap}>{t('qbr.period', period)}</td>
            <td className={styles.nowrap}>{heldOn ?? meetingOn ?? '–'}</td>
            <td>
              <Chip tone={heldOn ? 'good' : frozenAt ? 'info' : 'accent'}>
                {t(heldOn ? 'qbr.isHeld' : frozenAt ? 'qbr.isFrozenShort' : 'qbr.isOpen')}
              </Chip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DueTable({ due, onPrepare }: { due: Reviews['due']; onPrepare: (accountId: number) => void }) {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('qbr.account')}</th>
          <th>{t('qbr.dueOn')}</th>
          <th>{t('qbr.countedFrom')}</th>
          <th>{t('qbr.standing')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {due.map(
          ({ accountId, account, next }) =>
            next.kind === 'next' && (
              <tr key={accountId}>
                <td className={styles.name}>
                  <Link to={`/accounts/${accountId}`} className={styles.link}>
                    {account}
                  </Link>
                </td>
                <td className={styles.nowrap}>{next.dueOn}</td>
                <td className={styles.muted}>{t(`qbr.counted.${next.countedFrom}`)}</td>
                <td>
                  <Chip tone={tones[next.state]} shape={shapes[next.state]}>
                    {t(`qbr.cadence.${next.state}`, { count: next.overdueDays })}
                  </Chip>
                </td>
                <td className={styles.actions}>
                  <Button
                    size="small"
                    onClick={() => onPrepare(accountId)}
                    aria-label={t('qbr.prepareFor', { account })}
                  >
                    {t('qbr.prepare')}
                  </Button>
                </td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}
