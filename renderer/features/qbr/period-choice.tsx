import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type FiscalStart,
  fiscalQuarterOf,
  fiscalYear,
  quarterPeriod,
  shiftQuarter,
} from '../../../db/qbr/period.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import type { Period } from '../../../db/types/period.ts';

const quartersBack = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const yearsBack = [0, 1, 2];

/** A fiscal quarter or year of the book, this one and those before it. */
export function PeriodChoice({
  period,
  today,
  fiscalStart,
  onChange,
}: {
  period: Period;
  today: IsoDate;
  fiscalStart: FiscalStart;
  onChange: (period: Period) => void;
}) {
  const { t } = useTranslation();
  const now = fiscalQuarterOf(today, fiscalStart);
  const choices = [
    ...quartersBack.map((back) => {
      const quarter = shiftQuarter(now, -back);
      return { label: t('contribution.quarter', quarter), period: quarterPeriod(quarter, fiscalStart) };
    }),
    ...yearsBack.map((back) => ({
      label: t('contribution.year', { year: now.year - back }),
      period: fiscalYear(now.year - back, fiscalStart),
    })),
  ];
  const keyOf = ({ from, to }: Period) => `${from} ${to}`;
  return (
    <Select
      aria-label={t('contribution.period')}
      style={{ minWidth: 170 }}
      value={keyOf(period)}
      options={choices.map((choice) => ({ value: keyOf(choice.period), label: choice.label }))}
      onChange={(key) => {
        const chosen = choices.find((choice) => keyOf(choice.period) === key);
        if (chosen) onChange(chosen.period);
      }}
    />
  );
}
