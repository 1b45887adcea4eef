import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../db/account/query.ts';
import { daysBetween, type IsoDate } from '../../../db/types/calendar.ts';
import { useFormat } from '../../lib/format.ts';
import { StripCell } from '../../ui/strip-cell.tsx';
import styles from './account-strip.module.css';

/** How near a deadline is worth a mark. */
const soonDays = 30;

/** What is asked first of an account: money, renewal, notice, owner, last touch; `children` are other features' cells. */
export function AccountStrip({
  account,
  today,
  currency,
  children,
}: {
  account: Account;
  today: IsoDate;
  currency: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { arrMinor, renewalOn, noticeOn, stage, owner, lastTouchedOn } = account;
  const away = (on: IsoDate) => {
    const days = daysBetween(today, on);
    if (days === 0) return t('account.strip.today');
    return days > 0 ? t('account.strip.in', { count: days }) : t('account.strip.ago', { count: -days });
  };
  const toNotice = noticeOn === null ? null : daysBetween(today, noticeOn);
  return (
    <dl className={styles.strip}>
      <StripCell label={t('account.column.arr')}>
        {arrMinor === null ? null : (
          <span title={format.exactMoney({ minor: arrMinor, currency })}>
            {format.money({ minor: arrMinor, currency })}
          </span>
        )}
      </StripCell>
      <StripCell label={t('account.column.renewal')} aside={renewalOn && away(renewalOn)}>
        {renewalOn}
      </StripCell>
      <StripCell
        label={t('account.strip.notice')}
        aside={noticeOn && away(noticeOn)}
        isWarning={toNotice !== null && toNotice <= soonDays}
      >
        {noticeOn}
      </StripCell>
      <StripCell label={t('account.column.stage')}>{stage && t(`lifecycle.stage.${stage}`)}</StripCell>
      <StripCell label={t('account.column.owner')}>{owner}</StripCell>
      <StripCell label={t('account.column.touched')} aside={lastTouchedOn}>
        {lastTouchedOn ? away(lastTouchedOn) : t('account.touchedNever')}
      </StripCell>
      {children}
    </dl>
  );
}
