import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContactFacts } from '../../../db/contact/query.ts';
import type { ContactRole } from '../../../db/contact/stakeholder.ts';
import { DateInput } from '../../ui/date-input.tsx';
import styles from './inline-form.module.css';

const roles = [
  'sponsor',
  'champion',
  'key-user',
  'technical',
  'finance',
  'detractor',
] as const satisfies readonly ContactRole[];
const sentiments = [2, 1, 0, -1, -2] as const;
const blank: ContactFacts = {
  name: '',
  title: null,
  role: null,
  influence: null,
  sentiment: null,
  email: null,
  phone: null,
  languages: null,
  lastTouchedOn: null,
};

/** A contact, added or changed in its place in the list. */
export function ContactForm({
  facts = blank,
  isSaving,
  onSave,
  onClose,
}: {
  facts?: ContactFacts;
  isSaving: boolean;
  onSave: (facts: ContactFacts) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Form
      className={styles.form ?? ''}
      layout="vertical"
      requiredMark={false}
      initialValues={facts}
      onFinish={(given: Partial<ContactFacts>) => onSave({ ...facts, ...cleared(given) })}
    >
      <div className={styles.grid}>
        <Form.Item
          name="name"
          label={t('contact.field.name')}
          rules={[{ required: true, whitespace: true, message: t('contact.form.name') }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item name="title" label={t('contact.field.title')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="role" label={t('contact.field.role')}>
          <Select
            allowClear
            options={roles.map((value) => ({ value, label: t(`contact.choice.role.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="influence" label={t('contact.field.influence')}>
          <Select allowClear options={[5, 4, 3, 2, 1].map((value) => ({ value, label: String(value) }))} />
        </Form.Item>
        <Form.Item name="sentiment" label={t('contact.field.sentiment')}>
          <Select
            allowClear
            options={sentiments.map((value) => ({ value, label: t(`contact.sentimentWord.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="lastTouchedOn" label={t('contact.field.lastTouchedOn')}>
          <DateInput />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('contact.field.email')}
          rules={[{ type: 'email', message: t('contact.form.email') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="phone" label={t('contact.field.phone')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <div className={styles.actions}>
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
function cleared(given: Partial<ContactFacts>): Partial<ContactFacts> {
  return {
    ...given,
    role: given.role ?? null,
    influence: given.influence ?? null,
    sentiment: given.sentiment ?? null,
  };
}
