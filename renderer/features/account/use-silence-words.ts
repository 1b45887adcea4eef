import { useTranslation } from 'react-i18next';
import type { Person } from '../../../db/contact/people-query.ts';
import { leastTouches } from '../../../db/contact/silence.ts';
import { useFormat } from '../../lib/format.ts';

/** How a contact's silence is judged, as a sentence with the figures it is made of. */
export function useSilenceWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    formula: ({ lastTouchedOn, silence }: Person): string => {
      const { medianGapDays, touches, limitDays } = silence;
      const limit = format.number(limitDays);
      const rule =
        medianGapDays === null
          ? t('contact.silence.usual', { limit, least: leastTouches })
          : t('contact.silence.rhythm', { median: format.number(medianGapDays), touches, limit });
      return lastTouchedOn === null ? rule : `${lastTouchedOn} · ${rule}`;
    },
  };
}
