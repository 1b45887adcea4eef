import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Contract, ContractFacts } from '../../../db/contract/query.ts';
import { nextTerm } from '../../../db/contract/renewal.ts';
import { annualMinor, billingPeriods } from '../../../db/contract/rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { useFormat } from '../../lib/format.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import styles from './inline-form.module.css';

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

/** A contract to begin with: from today on, in the book's currency, by the year. */
export function blankContract(today: IsoDate, currency: string): ContractFacts {
  return {
    key: null,
    product: null,
    seats: null,
    amountMinor: 0,
    currency,
    billingPeriod: 'year',
    startOn: today,
    endOn: null,
    firstPaidOn: null,
    noticeDays: null,
    autoRenews: null,
    noticeGivenOn: null,
    isTrial: false,
    renewsContractId: null,
  };
}

/** The contract that would renew another: the same again for its next term. */
export function renewalOf({ id, priceChanges: _, annualMinor: __, ...facts }: Contract): ContractFacts {
  const term = nextTerm(facts);
  return { ...facts, ...term, key: null, firstPaidOn: null, noticeGivenOn: null, renewsContractId: id };
}

/** A contract, added or changed in its place; what it is worth in a year is told while typing. */
export function ContractForm({
  facts,
  others,
  isSaving,
  onSave,
  onClose,
}: {
  facts: ContractFacts;
  /** The account's other contracts, one of which it may renew. */
  others: readonly Contract[];
  isSaving: boolean;
  onSave: (facts: ContractFacts) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [form] = Form.useForm<ContractFacts>();
  const typed = { ...facts, ...Form.useWatch([], form) };
  const annual = annualMinor({ ...typed, amountMinor: typed.amountMinor ?? 0, endOn: typed.endOn ?? null });
  return (
    <Form
      form={form}
      className={styles.form ?? ''}
      layout="vertical"
      requiredMark={false}
      initialValues={facts}
      onFinish={(given) => onSave(cleared({ ...facts, ...given }))}
    >
      <div className={styles.grid}>
        <Form.Item name="product" label={t('contract.field.product')}>
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item
          name="amountMinor"
          label={t('contract.field.amount')}
          rules={[{ required: true, message: t('contract.form.amount') }]}
        >
          <MoneyInput currency={typed.currency} />
        </Form.Item>
        <Form.Item name="currency" label={t('contract.field.currency')}>
          <Select showSearch options={currencies.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="billingPeriod" label={t('contract.field.billingPeriod')}>
          <Select
            options={billingPeriods.map((value) => ({
              value,
              label: t(`contract.choice.billingPeriod.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="startOn"
          label={t('contract.field.startOn')}
          rules={[{ required: true, message: t('contract.form.startOn') }]}
        >
          <DateInput />
        </Form.Item>
        <Form.Item
          name="endOn"
          label={t('contract.field.endOn')}
          dependencies={['startOn']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, end: IsoDate | null) =>
                end && end < getFieldValue('startOn')
                  ? Promise.reject(new Error(t('contract.form.endBeforeStart')))
                  : Promise.resolve(),
            }),
          ]}
        >
          <DateInput placeholder={t('contract.form.openEnded')} />
        </Form.Item>
        <Form.Item name="firstPaidOn" label={t('contract.field.firstPaidOn')}>
          <DateInput placeholder={t('contract.form.unpaid')} />
        </Form.Item>
        <Form.Item name="noticeDays" label={t('contract.field.noticeDays')}>
          <InputNumber min={0} max={3650} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="noticeGivenOn"
          label={t('contract.field.noticeGivenOn')}
          tooltip={t('contract.form.noticeTeach')}
        >
          <DateInput placeholder={t('contract.form.noticeGiven')} />
        </Form.Item>
        <Form.Item name="seats" label={t('contract.field.seats')}>
          <InputNumber min={0} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="key" label={t('contract.field.key')}>
          <Input maxLength={200} />
        </Form.Item>
        {others.length > 0 && (
          <Form.Item name="renewsContractId" label={t('contract.renewsEarlier')}>
            <Select
              allowClear
              options={others.map(({ id, product, startOn, endOn }) => ({
                value: id,
                label: `${product ?? t('lifecycle.unnamedProduct')} ${startOn} – ${endOn ?? ''}`,
              }))}
            />
          </Form.Item>
        )}
      </div>
      <div className={styles.actions}>
        <span className={styles.hint}>
          {annual === null
            ? t('contract.noAnnual')
            : t('contract.annual', {
                amount: format.exactMoney({ minor: annual, currency: typed.currency }),
              })}
        </span>
        <Form.Item name="isTrial" valuePropName="checked" noStyle>
          <Checkbox>{t('contract.field.isTrial')}</Checkbox>
        </Form.Item>
        <Form.Item name="autoRenews" valuePropName="checked" noStyle>
          <Checkbox>{t('contract.field.autoRenews')}</Checkbox>
        </Form.Item>
        <Button size="small" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={isSaving}>
          {t('app.save')}
        </Button>
      </div>
    </Form>
  );
}

/** antd clears a choice to undefined; the book knows null. */
function cleared(facts: ContractFacts): ContractFacts {
  return {
    ...facts,
    seats: facts.seats ?? null,
    noticeDays: facts.noticeDays ?? null,
    renewsContractId: facts.renewsContractId ?? null,
  };
}
