import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Drawer, Form, Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountFacts } from '../../../db/account/query.ts';
import { type CustomFieldKey, type CustomValue, customFieldKey } from '../../../db/custom-field/rule.ts';
import { api } from '../../lib/api.ts';
import { useCustomFields } from '../../lib/custom-field.ts';
import { DateInput } from '../../ui/date-input.tsx';
import styles from './account-form.module.css';
import { CustomInput } from './custom-input.tsx';

const blank: AccountFacts = {
  name: '',
  key: null,
  legalName: null,
  industry: null,
  size: null,
  region: null,
  tier: null,
  owner: null,
  salesOwner: null,
  status: 'active',
  tags: [],
  description: null,
  customerSince: null,
};
const sizes = ['large', 'mid', 'small'] as const;
const statuses = ['prospect', 'active', 'churned'] as const;

type Facts = Omit<AccountFacts, 'tags'> & { tags: string[] };
type Custom = Partial<Record<CustomFieldKey, CustomValue | null>>;
type Saved = Facts & { custom?: Custom };

/** What is known of an account, to add or to change; values used elsewhere in the book are suggested. */
export function AccountForm({
  facts = blank,
  title,
  saveLabel,
  isSaving,
  onSave,
  onClose,
}: {
  facts?: AccountFacts & { custom?: Readonly<Custom> };
  title: string;
  saveLabel: string;
  isSaving: boolean;
  onSave: (facts: Facts, custom: Custom) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [form] = Form.useForm<Saved>();
  const fields = useCustomFields();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: choices } = useQuery(api.account.choices.queryOptions());
  const suggest = (values: readonly (string | null)[] | undefined) => (
    <AutoComplete
      maxLength={200}
      options={values?.filter((value) => value !== null).map((value) => ({ value })) ?? []}
      showSearch={{
        filterOption: (typed, option) => option?.value.toLowerCase().includes(typed.toLowerCase()) ?? false,
      }}
    />
  );
  return (
    <Drawer
      open
      title={title}
      size={440}
      onClose={onClose}
      footer={
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="primary" htmlType="submit" form={id} loading={isSaving}>
            {saveLabel}
          </Button>
        </div>
      }
    >
      <Form
        id={id}
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={facts}
        onFinish={({ custom = {}, ...given }) => onSave({ ...facts, ...given }, custom)}
      >
        <Form.Item
          name="name"
          label={t('account.field.name')}
          rules={[{ required: true, whitespace: true, message: t('account.form.name') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="status" label={t('account.field.status')}>
            <Select
              options={statuses.map((value) => ({ value, label: t(`account.choice.status.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="tier" label={t('account.field.tier')}>
            {suggest(choices?.tier)}
          </Form.Item>
          <Form.Item name="owner" label={t('account.field.owner')}>
            {suggest(choices?.owner)}
          </Form.Item>
          <Form.Item name="salesOwner" label={t('account.field.salesOwner')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="industry" label={t('account.field.industry')}>
            {suggest(choices?.industry)}
          </Form.Item>
          <Form.Item name="size" label={t('account.field.size')}>
            <Select
              allowClear
              options={sizes.map((value) => ({ value, label: t(`account.choice.size.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="region" label={t('account.field.region')}>
            {suggest(choices?.region)}
          </Form.Item>
          <Form.Item name="customerSince" label={t('account.field.customerSince')}>
            <DateInput />
          </Form.Item>
        </div>
        <Form.Item name="tags" label={t('account.field.tags')}>
          <Select
            mode="tags"
            placeholder={t('account.form.tags')}
            options={choices?.tags.map((value) => ({ value })) ?? []}
          />
        </Form.Item>
        {fields.length > 0 && (
          <div className={styles.pair}>
            {fields.map((field) => (
              <Form.Item key={field.id} name={['custom', customFieldKey(field.id)]} label={field.name}>
                <CustomInput field={field} currency={status?.settings.base_currency ?? 'CNY'} />
              </Form.Item>
            ))}
          </div>
        )}
        <Form.Item name="key" label={t('account.field.key')} extra={t('account.form.keyHint')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="legalName" label={t('account.field.legalName')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="description" label={t('account.field.description')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={20_000} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
