import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { SchemeDialog } from './scheme-dialog.tsx';
import { SchemeView } from './scheme-view.tsx';
import styles from './segment-page.module.css';
import { SegmentTabs } from './segment-tabs.tsx';

/** The ways the book tells its customers apart, side by side; `?scheme=2` shows that one. */
export function SegmentPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [isAdding, setIsAdding] = useState(false);
  const { data } = useQuery(api.segment.schemes.queryOptions());
  if (!data) return null;
  const { schemes, currency } = data;
  const shown = schemes.find(({ id }) => id === Number(search.get('scheme'))) ?? schemes[0];
  const show = (id: number) => void navigate(`/segments?scheme=${id}`, { replace: true });
  const add = (
    <Button type="primary" icon={<Plus size={14} />} onClick={() => setIsAdding(true)}>
      {t('segment.scheme.add')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('segment.title')} count={format.number(schemes.length)}>
        <SegmentTabs shown="schemes" />
        {add}
      </PageHead>
      {shown ? (
        <div className={styles.split}>
          <nav className={styles.schemes} aria-label={t('segment.schemes')}>
            {schemes.map((scheme) => {
              const accounts = scheme.segments.reduce((sum, each) => sum + each.accounts, 0);
              return (
                <button
                  key={scheme.id}
                  type="button"
                  className={styles.scheme}
                  aria-current={scheme.id === shown.id ? 'true' : undefined}
                  onClick={() => show(scheme.id)}
                >
                  <span className={styles.name}>{scheme.name}</span>
                  <span className={styles.aside}>
                    {t(`segment.kind.${scheme.kind}`)} ·{' '}
                    {t('segment.placed', { count: accounts, all: accounts + scheme.unplaced })}
                  </span>
                </button>
              );
            })}
          </nav>
          <SchemeView key={shown.id} scheme={shown} currency={currency} />
        </div>
      ) : (
        <EmptyState title={t('segment.none.title')} action={add}>
          {t('segment.none.teach')}
        </EmptyState>
      )}
      {isAdding && <SchemeDialog scheme={null} onSaved={show} onClose={() => setIsAdding(false)} />}
    </>
  );
}
