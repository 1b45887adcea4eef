import { useQuery } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { plannedHours, simulateCapacity, usualPlan } from '../../../db/health/capacity.ts';
import { type TouchModel, touchModels } from '../../../db/segment/rule.ts';
import { api, screenQuery } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Meter } from '../../ui/meter.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import styles from './capacity.module.css';
import { HealthTabs } from './health-tabs.tsx';

/** Hours planned against hours there are, where they pay, and what gives when more accounts come. */
export function CapacityPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [plan, setPlan] = useState(usualPlan);
  const [owner, setOwner] = useState<string | null>(null);
  const [more, setMore] = useState<{ count: number; touch: TouchModel }>({ count: 0, touch: 'mid' });
  const { data } = useQuery(api.health.capacity.queryOptions(undefined, screenQuery));
  if (!data) return null;
  const owners = [...new Set(data.accounts.flatMap((account) => account.owner ?? []))].sort();
  const accounts = owner === null ? data.accounts : data.accounts.filter((each) => each.owner === owner);
  const people = owner === null ? Math.max(1, owners.length) : 1;
  const team = { ...plan, weekHours: plan.weekHours * people };
  const result = simulateCapacity(accounts, more, team);
  const name = new Map(accounts.map((account) => [account.id, account.name]));
  const hours = (value: number) =>
    t('health.capacity.hours', { hours: format.number(Math.round(value * 10) / 10) });
  const ranked = accounts.toSorted((a, b) => b.potential * (b.need ?? 0) - a.potential * (a.need ?? 0));
  const number = (label: string, value: number, set: (value: number) => void) => (
    <span className={styles.field}>
      {label}
      <InputNumber
        size="small"
        min={0}
        aria-label={label}
        value={value}
        onChange={(next) => set(next ?? 0)}
      />
    </span>
  );
  return (
    <>
      <PageHead title={t('health.tab.capacity')} count={format.number(accounts.length)}>
        <HealthTabs tab="capacity" />
        <Select<string>
          style={{ width: 160 }}
          allowClear
          aria-label={t('account.field.owner')}
          placeholder={t('health.capacity.everybody')}
          value={owner}
          options={owners.map((value) => ({ value, label: value }))}
          onChange={(value) => setOwner(value ?? null)}
        />
      </PageHead>
      {data.accounts.length === 0 ? (
        <EmptyState title={t('health.none.title')}>{t('health.none.teach')}</EmptyState>
      ) : (
        <div className={styles.columns}>
          <div className={styles.side}>
            <Card
              title={t('health.capacity.balance')}
              beside={t('health.capacity.people', { count: people })}
            >
              <p className={styles.big}>
                {hours(result.planned)} <span className={styles.muted}>/ {hours(result.available)}</span>
              </p>
              <Meter ratio={result.planned / result.available} tone={result.over > 0 ? 'bad' : 'good'} wide />
              <p className={styles.muted}>
                {result.over > 0
                  ? t('health.capacity.over', { hours: hours(result.over) })
                  : t('health.capacity.room', { hours: hours(result.available - result.planned) })}
              </p>
            </Card>
            <Card title={t('health.capacity.whatIf')}>
              <div className={styles.fields}>
                {number(t('health.capacity.more'), more.count, (count) => setMore({ ...more, count }))}
                <span className={styles.field}>
                  {t('health.capacity.touch')}
                  <Select<TouchModel>
                    size="small"
                    aria-label={t('health.capacity.touch')}
                    value={more.touch}
                    options={touchModels.map((value) => ({ value, label: t(`segment.touch.${value}`) }))}
                    onChange={(touch) => setMore({ ...more, touch })}
                  />
                </span>
              </div>
              {result.gives.length === 0 ? (
                <p className={styles.muted}>{t('health.capacity.fits')}</p>
              ) : (
                <>
                  <p className={styles.muted}>{t('health.capacity.gives')}</p>
                  <ul className={styles.gives}>
                    {result.gives.slice(0, 12).map(({ id, to, hours: saved }) => (
                      <li key={id}>
                        <Link to={`/accounts/${id}`}>{name.get(id)}</Link>
                        <span>
                          → {t(`segment.touch.${to}`)} · −{hours(saved)}
                        </span>
                      </li>
                    ))}
                  </ul>
                  {result.left > 0 && (
                    <p className={styles.over}>{t('health.capacity.still', { hours: hours(result.left) })}</p>
                  )}
                </>
              )}
            </Card>
            <Card title={t('health.capacity.assumptions')}>
              <div className={styles.fields}>
                {touchModels.map((touch) => (
                  <span key={touch}>
                    {number(
                      t('health.capacity.monthly', { touch: t(`segment.touch.${touch}`) }),
                      plan.monthlyHours[touch],
                      (value) => setPlan({ ...plan, monthlyHours: { ...plan.monthlyHours, [touch]: value } }),
                    )}
                  </span>
                ))}
                {number(t('health.capacity.onboarding'), plan.stageFactor.onboarding, (onboarding) =>
                  setPlan({ ...plan, stageFactor: { ...plan.stageFactor, onboarding } }),
                )}
                {number(t('health.capacity.renewal'), plan.stageFactor.renewal, (renewal) =>
                  setPlan({ ...plan, stageFactor: { ...plan.stageFactor, renewal } }),
                )}
                {number(t('health.capacity.week'), plan.weekHours, (weekHours) =>
                  setPlan({ ...plan, weekHours }),
                )}
                {number(t('health.capacity.share'), plan.customerShare, (customerShare) =>
                  setPlan({ ...plan, customerShare }),
                )}
              </div>
            </Card>
          </div>
          <Card title={t('health.capacity.ranking')} beside={t('health.capacity.formula')}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('account.column.name')}</th>
                  <th scope="col">{t('health.capacity.touch')}</th>
                  <th scope="col">{t('health.capacity.planned')}</th>
                  <th scope="col">{t('health.capacity.potential')}</th>
                  <th scope="col">{t('health.capacity.need')}</th>
                  <th scope="col">{t('health.capacity.effort')}</th>
                  <th scope="col">{t('account.column.touched')}</th>
                </tr>
              </thead>
              <tbody>
                {ranked.slice(0, 300).map((account) => (
                  <tr key={account.id}>
                    <th scope="row">
                      <Link to={`/accounts/${account.id}`}>{account.name}</Link>
                    </th>
                    <td>
                      {t(`segment.touch.${account.touch}`)}
                      {account.isTouchAssumed && ` (${t('health.capacity.assumed')})`}
                    </td>
                    <td>{hours(plannedHours(account.touch, account.stage, plan))}</td>
                    <td>{Math.round(account.potential)}</td>
                    <td>{account.need === null ? '–' : Math.round(account.need)}</td>
                    <td>
                      {account.effort === null
                        ? t('health.effort.unknown')
                        : t(`health.effort.${account.effort}`)}
                    </td>
                    <td
                      className={
                        (account.quietDays ?? 999) > 60 && (account.need ?? 0) >= 50 ? styles.over : undefined
                      }
                    >
                      {account.quietDays === null ? '–' : format.days(account.quietDays)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        </div>
      )}
    </>
  );
}
