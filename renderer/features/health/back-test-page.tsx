import { useQuery } from '@tanstack/react-query';
import { Button, Slider } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Alarm, alarms, backTest, enoughCases } from '../../../db/health/back-test.ts';
import type { KnownBy } from '../../../db/health/back-test-query.ts';
import type { HealthModel } from '../../../db/health/model.ts';
import { api, screenQuery } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useMeasureLabels } from '../../lib/health.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageTotals } from '../../ui/page-totals.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './back-test.module.css';
import { CaseTable } from './case-table.tsx';
import { HealthTabs } from './health-tabs.tsx';
import { ToldChart } from './told-chart.tsx';
import { VerdictGrid } from './verdict-grid.tsx';

const knownBys: readonly KnownBy[] = ['recorded', 'dated'];

/** Was the model right: contracts that ended against the health known before. Weights and cuts moved by hand re-run it at once. */
export function BackTestPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [knownBy, setKnownBy] = useState<KnownBy>('recorded');
  const [alarm, setAlarm] = useState<Alarm>('red');
  const [chosen, setChosen] = useState<number>(0);
  const [draft, setDraft] = useState<HealthModel | null>(null);
  const { data } = useQuery(api.health.ended.queryOptions({ knownBy }, screenQuery));
  const { data: listed } = useQuery(api.health.model.list.queryOptions());
  const models = listed?.models ?? [];
  const base = models[chosen]?.model ?? models[0]?.model ?? null;
  const model = draft ?? base;
  const tried = useDeferredValue(model);
  const contracts = data?.contracts;
  const { nameOf } = useMeasureLabels(data?.measures ?? []);
  const results = useMemo(() => {
    if (!contracts || !tried || !base) return null;
    const run = (of: HealthModel, days: 30 | 90 | 180) => backTest(contracts, of, { days, alarm });
    return {
      30: { now: run(tried, 30), before: run(base, 30) },
      90: { now: run(tried, 90), before: run(base, 90) },
      180: { now: run(tried, 180), before: run(base, 180) },
    };
  }, [contracts, tried, base, alarm]);
  if (!data || !model || !base || !results) return null;
  const left = data.contracts.filter(({ outcome }) => outcome === 'left').length;
  const setWeight = (at: number, weight: number) =>
    setDraft({
      ...model,
      groups: model.groups.map((group, index) => (index === at ? { ...group, weight } : group)),
    });
  return (
    <>
      <PageHead
        title={t('health.backTest.title')}
        beside={
          <span className={styles.muted}>
            {t('health.backTest.sample', {
              count: data.contracts.length,
              left,
              renewed: data.contracts.length - left,
            })}
          </span>
        }
      >
        <HealthTabs tab="back-test" />
        <Button disabled={draft === null} onClick={() => setDraft(null)}>
          {t('health.backTest.reset')}
        </Button>
      </PageHead>
      {data.contracts.length === 0 ? (
        <EmptyState title={t('health.backTest.none.title')}>{t('health.backTest.none.teach')}</EmptyState>
      ) : (
        <div className={styles.columns}>
          <Card title={t('health.backTest.weights')} beside={t('health.backTest.atOnce')}>
            {models.length > 1 && (
              <Segmented<string>
                label={t('health.editor.model')}
                options={models.map(({ model: each }, at) => ({
                  value: String(at),
                  label: each.name[format.language],
                }))}
                value={String(chosen)}
                onChange={(at) => {
                  setChosen(Number(at));
                  setDraft(null);
                }}
              />
            )}
            {model.groups.map(({ key, name, weight }, at) => {
              const was = base.groups[at]?.weight;
              return (
                <div key={key} className={styles.weight}>
                  <span>
                    {name[format.language]} <b>{weight}</b>
                    {was !== weight && (
                      <span className={styles.muted}> {t('health.backTest.was', { value: was ?? 0 })}</span>
                    )}
                  </span>
                  <Slider
                    min={0}
                    max={100}
                    value={weight}
                    ariaLabelForHandle={t('health.editor.weightOf', { name: name[format.language] })}
                    onChange={(value) => setWeight(at, value)}
                  />
                </div>
              );
            })}
            <div className={styles.weight}>
              <span>
                {t('health.backTest.cuts')} <b>{model.bands.yellow}</b> / <b>{model.bands.green}</b>
              </span>
              <Slider
                range
                min={1}
                max={100}
                value={[model.bands.yellow, model.bands.green]}
                ariaLabelForHandle={[t('health.editor.yellowFrom'), t('health.editor.greenFrom')]}
                onChange={([yellow = 50, green = 75]) =>
                  yellow < green && setDraft({ ...model, bands: { yellow, green } })
                }
              />
            </div>
            <div className={styles.weight}>
              <span>
                {t('health.editor.minimumCoverage')} <b>{model.minimumCoverage}</b>
              </span>
              <Slider
                min={0}
                max={100}
                value={model.minimumCoverage}
                ariaLabelForHandle={t('health.editor.minimumCoverage')}
                onChange={(minimumCoverage) => setDraft({ ...model, minimumCoverage })}
              />
            </div>
            <p className={styles.choice}>{t('health.backTest.alarm')}</p>
            <Segmented<Alarm>
              label={t('health.backTest.alarm')}
              options={alarms.map((value) => ({ value, label: t(`health.alarm.${value}`) }))}
              value={alarm}
              onChange={setAlarm}
            />
            <p className={styles.choice}>{t('health.backTest.knownBy')}</p>
            <Segmented<KnownBy>
              label={t('health.backTest.knownBy')}
              options={knownBys.map((value) => ({ value, label: t(`health.knownBy.${value}`) }))}
              value={knownBy}
              onChange={setKnownBy}
            />
            <p className={styles.muted}>{t(`health.knownBy.teach.${knownBy}`)}</p>
          </Card>
          <div className={styles.results}>
            {left < enoughCases && (
              <p className={styles.warning} role="note">
                ▲ {t('health.backTest.small', { count: left, enough: enoughCases })}
                {left > 0 &&
                  ` ${t('health.backTest.each', { points: format.number(Math.round(1000 / left) / 10) })}`}
              </p>
            )}
            <div className={styles.verdicts}>
              <VerdictGrid days={90} {...results[90]} />
              <VerdictGrid days={180} {...results[180]} />
            </div>
            <div className={styles.details}>
              <ToldChart told={results[90].now.told} nameOf={nameOf} total={data.contracts.length} />
              <CaseTable contracts={data.contracts} results={results} bands={model.bands} />
            </div>
          </div>
          <PageTotals>
            <span>
              {t('health.backTest.inSample')} <b>{data.contracts.length}</b>
            </span>
            {([30, 90, 180] as const).map((days) => (
              <span key={days}>
                {t('health.backTest.line', {
                  days,
                  caught: results[days].now.counts.caught,
                  missed: results[days].now.counts.missed,
                  alarms: results[days].now.counts['false-alarm'],
                })}
              </span>
            ))}
            <span>{t('health.backTest.draftOnly')}</span>
          </PageTotals>
        </div>
      )}
    </>
  );
}
