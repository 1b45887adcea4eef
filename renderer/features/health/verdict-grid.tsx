import { useTranslation } from 'react-i18next';
import type { BackTest, BackTestDays, Rate, Verdict } from '../../../db/health/back-test.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import styles from './back-test.module.css';

const rows: readonly (readonly Verdict[])[] = [
  ['caught', 'missed', 'not-seen-left'],
  ['false-alarm', 'calm', 'not-seen-renewed'],
];
const namesShown = 4;

/** Warned or not against left or renewed, with the accounts behind each figure; rates carry their range. */
export function VerdictGrid({ days, now, before }: { days: BackTestDays; now: BackTest; before: BackTest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const difference = (verdict: Verdict) => now.counts[verdict] - before.counts[verdict];
  const signed = (value: number) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '±0');
  const rate = ({ of, among, rate: value, from, to }: Rate) =>
    value === null || from === null || to === null
      ? '–'
      : t('health.backTest.rate', {
          of,
          among,
          rate: format.percent(value),
          from: Math.round(from * 100),
          to: Math.round(to * 100),
        });
  return (
    <Card
      title={t('health.backTest.before', { days })}
      beside={t('health.backTest.compared', {
        caught: signed(difference('caught')),
        alarms: signed(difference('false-alarm')),
      })}
    >
      <div className={styles.grid}>
        {rows.map((verdicts, at) => (
          <div key={verdicts[0]} className={styles.verdictRow}>
            <b className={styles.rowName}>
              {t(at === 0 ? 'health.backTest.left' : 'health.backTest.renewed')}
            </b>
            {verdicts.map((verdict) => {
              const own = now.tested.filter((each) => each.verdict === verdict);
              const names = own.slice(0, namesShown).map(({ contract }) => contract.account);
              return (
                <div key={verdict} className={`${styles.verdict} ${styles[verdict]}`}>
                  <strong>
                    {own.length} <span>{t(`health.verdict.${verdict}`)}</span>
                  </strong>
                  <span title={own.map(({ contract }) => contract.account).join('\n')}>
                    {names.join(t('health.listSeparator'))}
                    {own.length > names.length &&
                      ` ${t('health.backTest.andMore', { count: own.length - names.length })}`}
                  </span>
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className={styles.rates}>
        {t('health.backTest.caughtRate')} <b>{rate(now.caught)}</b> · {t('health.backTest.precision')}{' '}
        <b>
          {now.precision.of}/{now.precision.among}
        </b>
      </p>
    </Card>
  );
}
