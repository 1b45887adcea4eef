import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { Mail } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeadlineStatus, type HandoffClock, handoffClock } from '../../../../db/handoff/clock.ts';
import { unknownYears } from '../../../../db/working-calendar/rule.ts';
import { api } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { notify } from '../../../lib/notices.ts';
import { useWorkingCalendar } from '../../../lib/working-calendar.ts';
import { Card } from '../../../ui/card.tsx';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import type { Handoff } from '../handoff-type.ts';
import styles from './clock-card.module.css';
import { ClockDialog } from './clock-dialog.tsx';
import { PaidForm } from './paid-form.tsx';
import { WelcomeDialog } from './welcome-dialog.tsx';

const tones: Readonly<Record<DeadlineStatus, Tone>> = {
  unknown: 'plain',
  none: 'plain',
  waiting: 'accent',
  late: 'bad',
  done: 'good',
  'done-late': 'warn',
};

/** What is due after the payment: the welcome in minutes, the kickoff in working days, and whether both were in time. */
export function ClockCard({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: limits } = useQuery(api.handoff.clock.limits.queryOptions());
  const [dialog, setDialog] = useState<'times' | 'welcome' | null>(null);
  const now = useNow();
  const calendar = useWorkingCalendar();
  if (!limits) return null;
  const clock = handoffClock(
    {
      state: handoff.state,
      paidAt: handoff.paid_at,
      welcomedAt: handoff.welcomed_at,
      acceptedOn: handoff.accepted_on,
      kickoffOn: handoff.kickoff_on,
    },
    limits,
    calendar,
    { now: now.toISOString(), timeZone: limits.timeZone },
  );
  const { welcome, kickoff } = clock;
  return (
    <Card
      title={t('handoff.clock.title')}
      action={
        <Button size="small" type="text" onClick={() => setDialog('times')}>
          {t('handoff.clock.times')}
        </Button>
      }
    >
      <dl className={styles.clock}>
        <dt>{t('handoff.clock.paid')}</dt>
        <dd>
          <PaidButton handoff={handoff} />
        </dd>
        <dt>{t('handoff.clock.welcome')}</dt>
        <dd>
          <Chip
            tone={tones[welcome.status]}
            title={welcome.dueAt === null ? undefined : format.moment(welcome.dueAt)}
          >
            <WelcomeWords welcome={welcome} />
          </Chip>
        </dd>
        <dt>{t('handoff.clock.kickoff')}</dt>
        <dd>
          <Chip tone={tones[kickoff.status]}>
            {t(`handoff.clock.kickoffIs.${kickoff.status}`, { count: kickoff.workingDays ?? 0 })}
          </Chip>
          {kickoff.dueOn && <time dateTime={kickoff.dueOn}>{kickoff.dueOn}</time>}
        </dd>
      </dl>
      {kickoff.from && kickoff.status !== 'none' && (
        <p className={styles.from}>
          {t(`handoff.clock.from.${kickoff.from}`, {
            date: kickoff.fromOn ?? '',
            count: limits.kickoffWorkingDays,
          })}
        </p>
      )}
      <UnknownYears kickoff={kickoff} />
      <div className={styles.buttons}>
        <Button
          size="small"
          type={welcome.status === 'late' ? 'primary' : 'default'}
          icon={<Mail size={13} />}
          onClick={() => setDialog('welcome')}
        >
          {t('handoff.welcome.write')}
        </Button>
        <WelcomedButton handoff={handoff} />
      </div>
      {dialog === 'times' && <ClockDialog limits={limits} onClose={() => setDialog(null)} />}
      {dialog === 'welcome' && (
        <WelcomeDialog handoff={handoff} kickoffBy={kickoff.dueOn} onClose={() => setDialog(null)} />
      )}
    </Card>
  );
}

function WelcomeWords({ welcome: { status, minutes } }: { welcome: HandoffClock['welcome'] }) {
  const { t } = useTranslation();
  const span = useSpan();
  return t(`handoff.clock.welcomeIs.${status}`, { span: span(minutes ?? 0) });
}

/** A stretch of time in the unit it is felt in. */
function useSpan(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) => {
    if (minutes < 120) return t('handoff.clock.minutes', { count: minutes });
    const hours = Math.floor(minutes / 60);
    return hours < 48
      ? t('handoff.clock.hours', { count: hours })
      : t('handoff.clock.days', { count: Math.floor(hours / 24) });
  };
}

function UnknownYears({ kickoff: { fromOn, dueOn, status } }: { kickoff: HandoffClock['kickoff'] }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { data: calendar } = useQuery(api.workingCalendar.read.queryOptions({ language }));
  if (!calendar || !fromOn || !dueOn || (status !== 'waiting' && status !== 'late')) return null;
  const years = unknownYears(fromOn, dueOn, calendar);
  if (years.length === 0) return null;
  return <p className={styles.from}>{t('workingCalendar.unknownYear', { year: years.join(', ') })}</p>;
}

function PaidButton({ handoff: { id, paid_at } }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      // An empty popover does not open, so what is in it is made anew each time instead of left out.
      destroyOnHidden
      content={<PaidForm id={id} paidAt={paid_at} onClose={() => setOpen(false)} />}
    >
      <button type="button" className={styles.paid}>
        {paid_at === null
          ? t('handoff.clock.enterPayment')
          : `${format.dayOf(paid_at)} ${format.time(paid_at)}`}
      </button>
    </Popover>
  );
}

function WelcomedButton({ handoff: { id, accountName, welcomed_at } }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const { mutate: welcome, isPending } = useMutation(
    api.handoff.clock.welcome.mutationOptions({
      onSuccess: (_, { sent }) =>
        sent && notify({ text: t('handoff.welcome.marked', { account: accountName }), canUndo: true }),
    }),
  );
  return (
    <Button size="small" loading={isPending} onClick={() => welcome({ id, sent: welcomed_at === null })}>
      {t(welcomed_at === null ? 'handoff.welcome.mark' : 'handoff.welcome.unmark')}
    </Button>
  );
}

/** The time, often enough for a clock that counts minutes. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
