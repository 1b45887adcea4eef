import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../../../db/handoff/template.ts';
import { workingDaysBetween } from '../../../../db/working-calendar/working-day.ts';
import { api } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { Tick } from '../../../lib/tick.tsx';
import { useWorkingCalendar } from '../../../lib/working-calendar.ts';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import type { Handoff } from '../handoff-type.ts';
import styles from './gap-card.module.css';

/** The gaps left by the acceptance, each with its owner and the working days that are left. */
export function GapCard({ handoff, onGoTo }: { handoff: Handoff; onGoTo: (field: string) => void }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const calendar = useWorkingCalendar();
  const { mutateAsync: settle } = useMutation(api.handoff.decision.settleGap.mutationOptions());
  const labels = new Map(fieldsOf(handoff.template).map(({ key, label }) => [key, label[language]]));
  const open = handoff.gaps.filter(({ settledOn }) => settledOn === null).length;
  return (
    <Card title={t('handoff.gap.title')} beside={t('handoff.gap.open', { count: open })}>
      <ul className={styles.gaps}>
        {handoff.gaps.map(({ id, field, owner, dueOn, settledOn }) => {
          const left = workingDaysBetween(handoff.today, dueOn, calendar);
          const label = labels.get(field) ?? field;
          return (
            <li key={id} className={settledOn ? styles.settled : undefined}>
              <Tick
                checked={settledOn !== null}
                aria-label={t('handoff.gap.settle', { field: label })}
                onTick={(settled) => settle({ id: handoff.id, gapId: id, settled })}
              />
              <button type="button" className={styles.field} onClick={() => onGoTo(field)}>
                {label}
              </button>
              <span className={styles.owner}>{owner}</span>
              {settledOn === null && (
                <Chip tone={left < 0 ? 'bad' : left <= 1 ? 'warn' : 'plain'} title={dueOn}>
                  {left < 0
                    ? t('handoff.gap.late', { count: -left })
                    : left === 0
                      ? t('handoff.gap.today')
                      : t('handoff.gap.left', { count: left })}
                </Chip>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
