import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shownScore } from '../../../db/health/model.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useMeasureLabels } from '../../lib/health.ts';
import { Card } from '../../ui/card.tsx';
import { Chart } from '../../ui/chart.tsx';
import { Chip } from '../../ui/chip.tsx';
import { HealthChip } from '../../ui/health-chip.tsx';
import styles from './account-health.module.css';
import { HealthParts } from './health-parts.tsx';
import { OutlookLine } from './outlook-line.tsx';
import { OverrideDialog } from './override-dialog.tsx';

/** Why an account is as healthy as it is: what cost points, what is missing, what changed, and how it went. */
export function AccountHealth({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isSetting, setSetting] = useState(false);
  const { data } = useQuery(api.health.ofAccount.queryOptions({ accountId }));
  const { nameOf, figureOf } = useMeasureLabels(data?.measures ?? []);
  const { mutate: endOverride } = useMutation(api.health.endOverride.mutationOptions());
  if (!data?.health) return null;
  const { health, today } = { ...data.health, today: data.today };
  const { model, band, override, before, changes, history, also, trend } = data.health;
  const score = health.score === null ? null : shownScore(health.score, model.bands);
  const beside = [
    t('health.coverageOf', { percent: Math.round(health.coverage * 100) }),
    health.oldestDays !== null && t('health.oldest', { days: format.days(health.oldestDays) }),
    before !== null && before.score !== null && t('health.scoreBefore', { score: Math.round(before.score) }),
  ].filter((part) => part !== false);
  return (
    <Card
      title={score === null ? t('health.title') : t('health.why', { score })}
      beside={beside.join(' · ')}
      action={
        <Button size="small" onClick={() => setSetting(true)}>
          {t('health.setByHand')}
        </Button>
      }
    >
      <div className={styles.state}>
        <HealthChip band={band} ungraded={health.ungraded} trend={trend} />
        <Link to="/health/model" className={styles.muted}>
          {t('health.byModel', {
            name: model.name[format.language],
            version: model.version === 0 ? t('health.model.builtIn') : `v${model.version}`,
          })}
          {` · ${t(`health.missingPolicy.${model.missing}`)}`}
        </Link>
        {also.length > 0 && (
          <Chip tone="info">
            {t('health.alsoModel', { names: also.map((name) => name[format.language]).join(', ') })}
          </Chip>
        )}
      </div>
      {override && (
        <p className={styles.note}>
          {t('health.overridden', {
            band: t(`health.band.${override.band}`),
            until: override.untilOn,
            reason: override.reason,
          })}{' '}
          <Button type="link" size="small" onClick={() => endOverride({ accountId, id: override.id })}>
            {t('health.endOverride')}
          </Button>
        </p>
      )}
      <HealthParts health={health} groups={model.groups} today={today} measures={data.measures} />
      {changes.length > 0 && before !== null && (
        <p className={styles.note}>
          {t('health.changedSince', { date: before.on })}{' '}
          {changes
            .slice(0, 4)
            .map(
              ({ measure, before: was, after, points }) =>
                `${nameOf(measure)}${was === after ? '' : ` ${figureOf(measure, was)} → ${figureOf(measure, after)}`} (${points > 0 ? '+' : '−'}${format.number(Math.abs(Math.round(points * 10) / 10))})`,
            )
            .join(t('health.listSeparator'))}
        </p>
      )}
      {history.length > 1 && (
        <>
          <Chart
            label={t('health.history')}
            height={120}
            spec={{
              kind: 'line',
              categories: history.map(({ on }) => on),
              series: [
                {
                  label: t('health.title'),
                  values: history.map((point) => (point.score === null ? null : Math.round(point.score))),
                  emphasis: 'now',
                },
              ],
              min: 0,
              max: 100,
              mark: { label: t('health.band.red'), value: model.bands.yellow },
            }}
          />
          <ul className={styles.events}>
            {history
              .filter(({ moved, isOtherModel }) => moved !== null || isOtherModel)
              .slice(-3)
              .map(({ on, moved, isOtherModel }) => (
                <li key={on}>
                  <time>{on}</time>{' '}
                  {isOtherModel
                    ? t('health.otherModel')
                    : moved &&
                      `${nameOf(moved.measure)} ${figureOf(moved.measure, moved.before)} → ${figureOf(moved.measure, moved.after)}`}
                </li>
              ))}
          </ul>
        </>
      )}
      <OutlookLine accountId={accountId} outlook={data.health.outlook} />
      {isSetting && <OverrideDialog accountId={accountId} today={today} onClose={() => setSetting(false)} />}
    </Card>
  );
}
