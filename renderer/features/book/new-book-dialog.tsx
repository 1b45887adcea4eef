import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { BookFields, type BookForm } from './book-form.tsx';

/** Asks what the book is about, then where it goes. */
export function NewBookDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<BookForm>();
  const { data: settings } = useQuery(api.settings.get.queryOptions());
  const { mutate: create, isPending } = useMutation(api.book.create.mutationOptions({ onSuccess: onClose }));
  const submit = async (facts: BookForm) => {
    const path = await desktop.chooseDestination(`${facts.name.trim()}.tenure`);
    if (path) create({ path, ...facts, owner: facts.owner ?? '' });
  };
  if (!settings) return null;
  return (
    <Modal
      open
      title={t('book.form.create')}
      okText={t('book.form.create')}
      cancelText={t('app.cancel')}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(facts) => void submit(facts)}
        initialValues={{
          owner: '',
          baseCurrency: settings.language === 'zh-CN' ? 'CNY' : 'USD',
          fiscalYearStartMonth: 1,
          language: settings.language,
          timeZone: settings.timeZone,
        }}
      >
        <BookFields />
      </Form>
    </Modal>
  );
}
