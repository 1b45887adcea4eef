import { useTranslation } from 'react-i18next';
import type { LifecycleStage } from '../../../db/lifecycle/rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import styles from './lifecycle-bar.module.css';
import { lifecycleSpans } from './lifecycle-spans.ts';

export type LifecycleLine = {
  readonly product: string | null;
  readonly stage: LifecycleStage;
  readonly startOn: IsoDate;
  readonly onboardingFrom: IsoDate;
  readonly onboardingTo: IsoDate;
  readonly renewalFrom: IsoDate | null;
  readonly endOn: IsoDate | null;
  readonly noticeOn: IsoDate | null;
};

/** One product line from its onboarding to its end: what is past is filled, what is to come is not. */
export function LifecycleBar({ line, today }: { line: LifecycleLine; today: IsoDate }) {
  const { t } = useTranslation();
  const spans = lifecycleSpans(line, today);
  const end = line.endOn ?? t('lifecycle.openEnded');
  const label = t('lifecycle.bar', {
    product: line.product ?? t('lifecycle.unnamedProduct'),
    stage: t(`lifecycle.stage.${line.stage}`),
    start: line.startOn,
    end,
  });
  return (
    <div>
      <div
        role="img"
        aria-label={label}
        className={styles.bar}
        style={{ gridTemplateColumns: spans.map(({ days }) => `${days}fr`).join(' ') }}
      >
        {spans.map(({ stage, past }) => (
          <div key={stage} className={styles.span} title={t(`lifecycle.stage.${stage}`)}>
            <i style={{ width: `${past * 100}%` }} />
          </div>
        ))}
      </div>
      <div className={styles.dates}>
        <span>{line.startOn}</span>
        {line.noticeOn && <span>{t('lifecycle.noticeBy', { on: line.noticeOn.slice(5) })}</span>}
        <span>{end}</span>
      </div>
    </div>
  );
}
