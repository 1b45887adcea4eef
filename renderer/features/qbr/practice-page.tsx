import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { leastCases, type Share } from '../../../db/qbr/practice.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar } from '../../lib/slice-filter.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Meter } from '../../ui/meter.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import styles from './practice-page.module.css';
import { QbrTabs } from './qbr-tabs.tsx';

/** How reviews are held and what became of them, each figure with its formula and its number of cases. */
export function PracticePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { slice } = useSlice();
  const { data } = useQuery(api.qbr.practice.queryOptions({ slice }, { placeholderData: keepPreviousData }));
  if (!data) return null;
  const { renewal, preparation, rating } = data;
  return (
    <>
      <PageHead
        title={t('qbr.practice.title')}
        beside={<span className={styles.muted}>{t('qbr.period', data.period)}</span>}
      >
        <QbrTabs shown="practice" />
      </PageHead>
      <div className={styles.body}>
        <SliceBar />
        {data.held === 0 && (
          <EmptyState title={t('qbr.practice.none')}>{t('qbr.practice.noneTeach')}</EmptyState>
        )}
        <Card title={t('qbr.practice.coverage')} beside={t('qbr.practice.coverageFormula')}>
          <table className={styles.table}>
            <tbody>
              {data.coverage.map(({ tier, ...share }) => (
                <Row key={tier ?? ''} name={tier ?? t('qbr.practice.noTier')} share={share} />
              ))}
              <Row name={t('qbr.practice.all')} share={data.coverageOfAll} isTotal />
            </tbody>
          </table>
        </Card>
        <Card title={t('qbr.practice.kept')} beside={t('qbr.practice.keptFormula')}>
          <table className={styles.table}>
            <tbody>
              {(['us', 'customer'] as const).map((side) => (
                <Row
                  key={side}
                  name={t(`qbr.side.${side}`)}
                  share={data.kept[side]}
                  beside={
                    data.kept[side].unscored > 0 &&
                    t('qbr.practice.unscored', { count: data.kept[side].unscored })
                  }
                />
              ))}
            </tbody>
          </table>
        </Card>
        <Card title={t('qbr.practice.meeting')} beside={t('qbr.practice.held', { count: data.held })}>
          <table className={styles.table}>
            <tbody>
              <Row
                name={t('qbr.practice.sponsor')}
                share={data.sponsorCame}
                beside={t('qbr.practice.sponsorFormula')}
              />
              <Figure
                name={t('qbr.practice.preparation')}
                value={
                  preparation.median === null
                    ? null
                    : t('qbr.minutesShort', { minutes: format.number(preparation.median) })
                }
                cases={preparation.cases}
                beside={t('qbr.practice.preparationFormula')}
              />
              <Figure
                name={t('qbr.practice.rating')}
                value={
                  rating.mean === null ? null : t('qbr.practice.of5', { mean: format.score(rating.mean) })
                }
                cases={rating.cases}
                beside={t('qbr.practice.ratingFormula')}
              />
            </tbody>
          </table>
        </Card>
        <Card title={t('qbr.practice.renewal')} beside={t('qbr.practice.renewalFormula')}>
          <table className={styles.table}>
            <tbody>
              <Row name={t('qbr.practice.reviewed')} share={renewal.reviewed} />
              <Row name={t('qbr.practice.notReviewed')} share={renewal.notReviewed} />
            </tbody>
          </table>
          <p className={styles.muted}>
            {t(renewal.isComparable ? 'qbr.practice.noCause' : 'qbr.practice.tooFew', { least: leastCases })}
          </p>
        </Card>
      </div>
    </>
  );
}

function Row({
  name,
  share,
  beside,
  isTotal = false,
}: {
  name: string;
  share: Share;
  beside?: string | false;
  isTotal?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { part, cases } = share;
  return (
    <tr className={isTotal ? styles.total : undefined}>
      <th scope="row">{name}</th>
      <td className="tabular">{cases === 0 ? t('qbr.practice.undefined') : format.percent(part / cases)}</td>
      <td>{cases > 0 && <Meter ratio={part / cases} />}</td>
      <td className={`${styles.muted} tabular`}>
        {t('qbr.practice.ofCases', { part: format.number(part), count: cases })}
      </td>
      <td className={styles.muted}>{beside}</td>
    </tr>
  );
}

function Figure({
  name,
  value,
  cases,
  beside,
}: {
  name: string;
  value: string | null;
  cases: number;
  beside: string;
}) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="tabular">{value ?? t('qbr.practice.undefined')}</td>
      <td />
      <td className={`${styles.muted} tabular`}>{t('qbr.practice.cases', { count: cases })}</td>
      <td className={styles.muted}>{beside}</td>
    </tr>
  );
}
