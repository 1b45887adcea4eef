import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../lib/api.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { PropositionDialog } from './proposition-dialog.tsx';
import { PropositionList } from './proposition-list.tsx';
import { ValueMatrix } from './value-matrix.tsx';

type Tab = 'matrix' | 'propositions';

/** What customers buy it for: how far each value point has come with each account, and the propositions behind them. */
export function ValuePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isAdding, setIsAdding] = useState(false);
  const { data } = useQuery(api.value.point.propositions.queryOptions());
  const tab: Tab = useParams().tab === 'propositions' ? 'propositions' : 'matrix';
  if (!data) return null;
  return (
    <>
      <PageHead title={t('valuePoint.title')}>
        <Segmented<Tab>
          label={t('valuePoint.tabs')}
          options={(['matrix', 'propositions'] as const).map((value) => ({
            value,
            label: t(`valuePoint.tab.${value}`),
          }))}
          value={tab}
          onChange={(shown) => void navigate(shown === 'matrix' ? '/value' : '/value/propositions')}
        />
        <Button type="primary" icon={<Plus size={14} />} onClick={() => setIsAdding(true)}>
          {t('valuePoint.proposition.add')}
        </Button>
      </PageHead>
      {tab === 'matrix' ? (
        <ValueMatrix propositions={data.propositions} loose={data.loose} />
      ) : (
        <PropositionList propositions={data.propositions} loose={data.loose} />
      )}
      {isAdding && <PropositionDialog onClose={() => setIsAdding(false)} />}
    </>
  );
}
