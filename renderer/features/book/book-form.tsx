import { Form, Input, InputNumber, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../../db/types/language.ts';
import { useFormat } from '../../lib/format.ts';

export type BookForm = {
  name: string;
  owner: string;
  baseCurrency: string;
  fiscalYearStartMonth: number;
  language: Language;
  timeZone: string;
};
/** With what only a book that is there has. */
export type BookSettingsForm = BookForm & { renewalGapDays: number };

const currencies = [
  'CNY',
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'HKD',
  'SGD',
  'TWD',
  'KRW',
  'INR',
  'AUD',
  'CAD',
  'CHF',
];
const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

/** The fields that describe a book, for making one and for changing it. */
export function BookFields() {
  const { t } = useTranslation();
  const { longMonth } = useFormat();
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: index + 1,
    label: longMonth(index + 1),
  }));
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({ value })), []);
  return (
    <>
      <Form.Item name="name" label={t('book.form.name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} placeholder={t('book.form.nameHint')} />
      </Form.Item>
      <Form.Item name="owner" label={t('book.form.owner')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="baseCurrency" label={t('book.form.baseCurrency')}>
        <Select showSearch options={currencies.map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item name="fiscalYearStartMonth" label={t('book.form.fiscalYearStart')}>
        <Select options={months} />
      </Form.Item>
      <Form.Item name="language" label={t('book.form.language')}>
        <Select options={languages.map((value) => ({ value, label: languageNames[value] }))} />
      </Form.Item>
      <Form.Item name="timeZone" label={t('book.form.timeZone')}>
        <Select showSearch options={zones} />
      </Form.Item>
    </>
  );
}

/** When a contract counts as the renewal of the one before it. */
export function RenewalGapField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="renewalGapDays"
      label={t('book.settings.renewalGap')}
      extra={t('book.settings.renewalGapHint')}
      rules={[{ required: true }]}
    >
      <InputNumber min={0} max={366} precision={0} />
    </Form.Item>
  );
}
