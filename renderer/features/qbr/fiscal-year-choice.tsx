import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';

const asBook = 0;

/** The month a customer's fiscal year begins with, so that "your third quarter" is the customer's own. Kept with the account. */
export function FiscalYearChoice({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const id = useId();
  const { longMonth } = useFormat();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: month } = useQuery(api.account.fiscalYearStart.queryOptions({ id: accountId }));
  const { mutate: set } = useMutation(api.account.setFiscalYearStart.mutationOptions());
  if (!status || month === undefined) return null;
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: index + 1,
    label: longMonth(index + 1),
  }));
  const ofBook = longMonth(status.settings.fiscal_year_start_month);
  return (
    <div style={{ marginBottom: 16 }}>
      <label htmlFor={id}>{t('qbr.fiscalStart')}</label>
      <Select
        id={id}
        style={{ width: '100%', marginTop: 6 }}
        value={month ?? asBook}
        options={[{ value: asBook, label: t('qbr.fiscalStartOfBook', { month: ofBook }) }, ...months]}
        onChange={(chosen) => set({ id: accountId, month: chosen === asBook ? null : chosen })}
      />
    </div>
  );
}
