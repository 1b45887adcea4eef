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
import { SideChoice } from '../../ui/side-choice.tsx';
import { SchemeDialog } from './scheme-dialog.tsx';
import { SchemeView } from './scheme-view.tsx';
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
        <SideChoice
          label={t('segment.schemes')}
          choices={schemes.map(({ id, name, kind, segments, unplaced }) => {
            const count = segments.reduce((sum, { accounts }) => sum + accounts, 0);
            const placed = t('segment.placed', { count, all: count + unplaced });
            return { id, name, aside: `${t(`segment.kind.${kind}`)} · ${placed}` };
          })}
          chosen={shown.id}
          onChoose={show}
        >
          <SchemeView key={shown.id} scheme={shown} currency={currency} />
        </SideChoice>
      ) : (
        <EmptyState title={t('segment.none.title')} action={add}>
          {t('segment.none.teach')}
        </EmptyState>
      )}
      {isAdding && <SchemeDialog scheme={null} onSaved={show} onClose={() => setIsAdding(false)} />}
    </>
  );
}
