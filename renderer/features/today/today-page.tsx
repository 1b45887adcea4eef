import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TodayKind, todayKinds } from '../../../db/today/rule.ts';
import { api } from '../../lib/api.ts';
import { openCapture } from '../../lib/capture.ts';
import { useFormat } from '../../lib/format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { MorningBrief } from './morning-brief.tsx';
import { TodayList } from './today-list.tsx';
import styles from './today-page.module.css';

/** What needs the CSM now, each with its reason and one click to act. */
export function TodayPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [kind, setKind] = useState<TodayKind | null>(null);
  const { data } = useQuery(api.today.read.queryOptions());
  if (!data) return null;
  const { entries, today, count, unlisted } = data;
  const counts = Map.groupBy(entries, (entry) => entry.kind);
  const shown = kind === null ? entries : entries.filter((entry) => entry.kind === kind);
  const more = todayKinds.filter((each) => unlisted[each] && (kind === null || kind === each));
  return (
    <>
      <PageHead
        title={t('today.page')}
        count={format.number(count.pressing)}
        beside={<span className={styles.date}>{format.longDate(today)}</span>}
      >
        <Button onClick={() => window.print()}>{t('today.print')}</Button>
        <Button type="primary" title="Ctrl+Shift+Space" onClick={() => openCapture()}>
          {t('task.capture.title')}
        </Button>
      </PageHead>
      {entries.length === 0 ? (
        <EmptyState title={t('today.none.title')}>{t('today.none.teach')}</EmptyState>
      ) : (
        <>
          <fieldset className={styles.kinds}>
            <legend className="visually-hidden">{t('today.kinds')}</legend>
            <KindButton isOn={kind === null} count={entries.length} onClick={() => setKind(null)}>
              {t('today.all')}
            </KindButton>
            {todayKinds.map((each) => {
              const own = counts.get(each)?.length ?? 0;
              return (
                own > 0 && (
                  <KindButton key={each} isOn={kind === each} count={own} onClick={() => setKind(each)}>
                    {t(`today.kind.${each}`)}
                  </KindButton>
                )
              );
            })}
          </fieldset>
          <TodayList entries={shown} today={today}>
            {more.map((each) => (
              <p key={each} className={styles.more}>
                {t('today.moreOfKind', {
                  kind: t(`today.kind.${each}`),
                  amount: format.number(unlisted[each] ?? 0),
                })}
              </p>
            ))}
          </TodayList>
          <p className={styles.keys}>
            <Kbd>D</Kbd> {t('today.key.act')} <Kbd>S</Kbd> {t('today.key.putOff')} <Kbd>Enter</Kbd>{' '}
            {t('today.key.open')}
          </p>
        </>
      )}
      <MorningBrief entries={entries} today={today} />
    </>
  );
}

function KindButton({
  isOn,
  count,
  onClick,
  children,
}: {
  isOn: boolean;
  count: number;
  onClick: () => void;
  children: string;
}) {
  return (
    <button type="button" className={styles.kind} aria-pressed={isOn} onClick={onClick}>
      {children} <span className={styles.count}>{count}</span>
    </button>
  );
}
