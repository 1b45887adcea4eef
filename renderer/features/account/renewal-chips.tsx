import { useTranslation } from 'react-i18next';
import { daysBetween, type IsoDate } from '../../../db/types/calendar.ts';
import { Chip } from '../../ui/chip.tsx';

/** How far ahead the end of a contract is worth a chip. */
const horizonDays = 90;

/** How near the end is, and until when notice can be given: nothing while both are far. */
export function RenewalChips({
  renewalOn,
  noticeOn,
  today,
}: {
  renewalOn: IsoDate | null;
  noticeOn: IsoDate | null;
  today: IsoDate;
}) {
  const { t } = useTranslation();
  if (renewalOn === null) return null;
  const toEnd = daysBetween(today, renewalOn);
  const toNotice = noticeOn === null ? null : daysBetween(today, noticeOn);
  if (toEnd > horizonDays) return null;
  return (
    <>
      <Chip tone="info" title={renewalOn}>
        {toEnd === 0 ? t('lifecycle.endsToday') : t('lifecycle.renewsIn', { count: toEnd })}
      </Chip>
      {toNotice !== null && (
        <Chip tone={toNotice > 14 ? 'plain' : 'warn'} title={noticeOn ?? undefined}>
          {toNotice < 0
            ? t('lifecycle.noticePassed')
            : toNotice === 0
              ? t('lifecycle.noticeToday')
              : t('lifecycle.noticeIn', { count: toNotice })}
        </Chip>
      )}
    </>
  );
}
