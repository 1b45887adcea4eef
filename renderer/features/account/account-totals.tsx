import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { PageTotals } from '../../ui/page-totals.tsx';

type Totals = {
  arrMinor: number;
  arrUnknown: number;
  renewingSoon: number;
  renewalHorizonDays: number;
  currency: string;
};

/** The sums of the list in the window's bottom line, and what they leave out. */
export function AccountTotals({ totals }: { totals: Totals }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PageTotals>
      <span>
        {t('account.list.arrTotal')}{' '}
        <b>{format.money({ minor: totals.arrMinor, currency: totals.currency })}</b>
      </span>
      {totals.arrUnknown > 0 && <span>{t('account.list.arrUnknown', { count: totals.arrUnknown })}</span>}
      <span>
        {t('account.list.renewing', { days: totals.renewalHorizonDays })}{' '}
        <b>{format.number(totals.renewingSoon)}</b>
      </span>
    </PageTotals>
  );
}
