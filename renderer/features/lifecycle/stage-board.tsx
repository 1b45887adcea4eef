import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HealthWord } from '../../../db/health/status-query.ts';
import { type LifecycleStage, lifecycleStages } from '../../../db/lifecycle/rule.ts';
import { daysBetween, type IsoDate } from '../../../db/types/calendar.ts';
import { useFormat } from '../../lib/format.ts';
import { Chip } from '../../ui/chip.tsx';
import { HealthChip } from '../../ui/health-chip.tsx';
import styles from './stage-board.module.css';

export type StagedAccount = {
  readonly id: number;
  readonly name: string;
  readonly stage: LifecycleStage | null;
  readonly days: number | null;
  readonly health: HealthWord | null;
  readonly isByHand: boolean;
  readonly isRegression: boolean;
  readonly endOn: IsoDate | null;
  readonly noticeOn: IsoDate | null;
};

const mostShown = 100;

/** A column per stage that has accounts, those longest in it first; stages nobody is in stay away. */
export function StageBoard({ accounts, today }: { accounts: readonly StagedAccount[]; today: IsoDate }) {
  const { t } = useTranslation();
  const byStage = Map.groupBy(accounts, ({ stage }) => stage);
  return (
    <div className={styles.board}>
      {[...lifecycleStages, null].map((stage) => {
        const own = byStage.get(stage)?.toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0));
        const title = stage === null ? t('lifecycle.noStage') : t(`lifecycle.stage.${stage}`);
        return (
          own && (
            <section key={stage ?? 'unknown'} className={styles.column} aria-label={title}>
              <h2 className={styles.title}>
                {title} <span className={styles.count}>{own.length}</span>
              </h2>
              <ul className={styles.cards}>
                {own.slice(0, mostShown).map((account) => (
                  <AccountCard key={account.id} account={account} today={today} />
                ))}
              </ul>
              {own.length > mostShown && (
                <p className={styles.more}>{t('lifecycle.more', { count: own.length - mostShown })}</p>
              )}
            </section>
          )
        );
      })}
    </div>
  );
}

function AccountCard({ account, today }: { account: StagedAccount; today: IsoDate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, name, health, days, isByHand, isRegression, endOn, stage } = account;
  return (
    <li>
      <Link to={`/accounts/${id}`} className={styles.card}>
        <span className={styles.name}>{name}</span>
        <span className={styles.facts}>
          {days !== null && stage !== 'acquisition' && t('lifecycle.inStage', { days: format.days(days) })}
          {stage === 'renewal' &&
            endOn &&
            ` · ${t('lifecycle.endsIn', { days: format.days(daysBetween(today, endOn)) })}`}
        </span>
        {(health || isByHand || isRegression) && (
          <span className={styles.chips}>
            {health && <HealthChip {...health} />}
            {isByHand && <Chip tone="info">{t('lifecycle.byHand')}</Chip>}
            {isRegression && (
              <Chip tone="warn" shape="watch">
                {t('lifecycle.regression')}
              </Chip>
            )}
          </span>
        )}
      </Link>
    </li>
  );
}
