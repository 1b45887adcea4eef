import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { isWeekday, type ListedCalendar } from '../../../db/working-calendar/rule.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './working-calendar-card.module.css';

/** Whose holidays the book counts by, year by year, and the days on which it does otherwise. */
export function WorkingCalendarCard() {
  const { t } = useTranslation();
  const { language, number } = useFormat();
  const { data: calendar } = useQuery(api.workingCalendar.read.queryOptions({ language }));
  const { data: status } = useQuery(api.book.status.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const { mutate: reset } = useMutation(
    api.workingCalendar.reset.mutationOptions({
      onSuccess: () => notify({ text: t('workingCalendar.resetDone'), canUndo: true }),
    }),
  );
  if (!calendar || !status) return null;
  const thisYear = status.today.slice(0, 4);
  const year = chosen ?? thisYear;
  const own = calendar.days.filter(({ isOwn }) => isOwn).length;
  return (
    <Card
      title={t('workingCalendar.title')}
      beside={own > 0 && t('workingCalendar.own', { count: own })}
      action={
        own > 0 && (
          <Button size="small" type="text" onClick={() => reset()}>
            {t('workingCalendar.reset')}
          </Button>
        )
      }
    >
      <p className={styles.teach}>{t('workingCalendar.teach')}</p>
      <CountrySelect country={calendar.country} />
      <div className={styles.years}>
        <Segmented
          label={t('workingCalendar.year')}
          options={[-1, 0, 1].map((by) => {
            const value = String(Number(thisYear) + by);
            return { value, label: value };
          })}
          value={year}
          onChange={setChosen}
        />
        <span className={styles.count}>{number(daysOf(calendar, year).length)}</span>
      </div>
      {calendar.country !== null && !calendar.knownYears.includes(Number(year)) && (
        <p role="status" className={styles.unknown}>
          {t('workingCalendar.unknownYear', { year })}
        </p>
      )}
      <DayList days={daysOf(calendar, year)} />
      <NewDay />
    </Card>
  );
}

function daysOf({ days }: ListedCalendar, year: string): ListedCalendar['days'] {
  return days.filter(({ on }) => on.startsWith(`${year}-`));
}

function CountrySelect({ country }: { country: string | null }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { data: countries } = useQuery(api.workingCalendar.countries.queryOptions());
  const { mutate: choose } = useMutation(api.workingCalendar.choose.mutationOptions());
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const options = (countries ?? [])
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <div className={styles.country}>
      <label htmlFor="working-calendar-country">{t('workingCalendar.country')}</label>
      <Select
        id="working-calendar-country"
        showSearch={{ optionFilterProp: 'label' }}
        value={country ?? ''}
        options={[{ value: '', label: t('workingCalendar.none') }, ...options]}
        onChange={(value) => choose({ country: value || null })}
      />
    </div>
  );
}

function DayList({ days }: { days: ListedCalendar['days'] }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { mutate: remove } = useMutation(api.workingCalendar.remove.mutationOptions());
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <ul className={styles.days} aria-label={t('workingCalendar.days')}>
      {days.map(({ on, isWorking, name, isOwn }) => {
        // A day of the country's that was taken away is what its weekday is: nothing is left to remove.
        const isPlain = isOwn && isWorking === isWeekday(on);
        return (
          <li key={on}>
            <time dateTime={on}>{on}</time>
            <span>{weekday.format(new Date(`${on}T00:00:00Z`))}</span>
            <span className={styles.name}>{name}</span>
            {isOwn && <Chip tone="accent">{t('workingCalendar.changed')}</Chip>}
            <Chip tone={isWorking ? 'warn' : 'plain'}>
              {t(isWorking ? 'workingCalendar.worked' : 'workingCalendar.off')}
            </Chip>
            {!isPlain && (
              <Button
                size="small"
                type="text"
                icon={<X size={13} />}
                aria-label={t('workingCalendar.remove', { date: on })}
                onClick={() => remove({ on })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function NewDay() {
  const { t } = useTranslation();
  const [on, setOn] = useState<IsoDate | null>(null);
  const [kind, setKind] = useState<'off' | 'worked'>('off');
  const [name, setName] = useState('');
  const { mutate: change } = useMutation(
    api.workingCalendar.change.mutationOptions({
      onSuccess: () => {
        setOn(null);
        setName('');
      },
    }),
  );
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (on) change({ on, isWorking: kind === 'worked', name });
      }}
    >
      <DateInput value={on} aria-label={t('workingCalendar.day')} onChange={setOn} />
      <Input
        value={name}
        maxLength={200}
        placeholder={t('workingCalendar.name')}
        aria-label={t('workingCalendar.name')}
        onChange={({ target }) => setName(target.value)}
      />
      <Segmented
        label={t('workingCalendar.kind')}
        options={(['off', 'worked'] as const).map((value) => ({
          value,
          label: t(`workingCalendar.${value}`),
        }))}
        value={kind}
        onChange={setKind}
      />
      <Button htmlType="submit" disabled={on === null} icon={<Plus size={13} />}>
        {t('workingCalendar.add')}
      </Button>
    </form>
  );
}
