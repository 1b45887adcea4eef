import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProvenOf } from '../../../db/contribution/rule.ts';
import type { Period } from '../../../db/types/period.ts';
import { api } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { useExport } from '../../lib/running-export.ts';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar } from '../../lib/slice-filter.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { FigureRow, SumCells } from './contribution-figure.tsx';
import styles from './contribution-page.module.css';
import { PeriodChoice } from './period-choice.tsx';
import { QbrTabs } from './qbr-tabs.tsx';

/** For management: what customer success contributed in a period, each figure with formula, source, day and cases. */
export function ContributionPage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { slice } = useSlice();
  const [period, setPeriod] = useState<Period | null>(null);
  const { data } = useQuery(
    api.contribution.get.queryOptions({ slice, period }, { placeholderData: keepPreviousData }),
  );
  const { mutate: save } = useMutation(
    api.contribution.export.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: ({ job }, { path }) => useExport.setState({ running: { job, path } }),
    }),
  );
  if (!data) return null;
  const { period: shown } = data;
  const saveAs = async () => {
    const path = await desktop.chooseDestination(`${t('contribution.fileName', shown)}.xlsx`);
    if (path) save({ slice, period: shown, language, path });
  };
  return (
    <>
      <PageHead title={t('contribution.title')}>
        <QbrTabs shown="inside" />
        <PeriodChoice period={shown} today={data.today} fiscalStart={data.fiscalStart} onChange={setPeriod} />
        <Button icon={<FileSpreadsheet size={14} aria-hidden />} onClick={() => void saveAs()}>
          {t('contribution.export')}
        </Button>
      </PageHead>
      <div className={styles.body}>
        <div className={styles.slice}>
          <SliceBar />
        </div>
        <Card
          title={t('contribution.figures')}
          beside={[
            t('qbr.period', shown),
            t('contribution.asOf', { day: data.asOf }),
            t('contribution.insideOnly'),
          ].join(' · ')}
        >
          <table className={styles.table}>
            <thead>
              <tr>
                {(['name', 'amount', 'cases', 'formulaWord', 'sourceWord'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`contribution.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.figures.map((figure) => (
                <FigureRow key={figure.key} figure={figure} />
              ))}
            </tbody>
          </table>
          <p className={styles.remark}>
            {[
              data.incomparable > 0 && t('contribution.incomparable', { count: data.incomparable }),
              data.unlinked > 0 && t('contribution.unlinked', { count: data.unlinked }),
              t('contribution.noCause'),
            ]
              .filter(Boolean)
              .join(' ')}
          </p>
        </Card>
        {data.byAccount.length === 0 ? (
          <EmptyState title={t('contribution.noneSigned')}>{t('contribution.noneSignedTeach')}</EmptyState>
        ) : (
          <>
            <ProvenCard
              title={t('contribution.byValuePoint')}
              heading={t('contribution.valuePoint')}
              rows={data.byValuePoint}
            />
            <ProvenCard
              title={t('contribution.byAccount')}
              heading={t('contribution.account')}
              rows={data.byAccount}
            />
          </>
        )}
      </div>
    </>
  );
}

function ProvenCard({ title, heading, rows }: { title: string; heading: string; rows: readonly ProvenOf[] }) {
  const { t } = useTranslation();
  return (
    <Card title={title} beside={t('contribution.provenFormula')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{t('contribution.amount')}</th>
            <th scope="col">{t('contribution.cases')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, sum }) => (
            <tr key={key}>
              <th scope="row">{name ?? t('contribution.noValuePoint')}</th>
              <SumCells sum={sum} />
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
