import { useMutation, useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
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
    <FormDialog
      form={form}
      title={t('book.form.create')}
      submitLabel={t('book.form.create')}
      initialValues={{
        owner: '',
        baseCurrency: settings.language === 'zh-CN' ? 'CNY' : 'USD',
        fiscalYearStartMonth: 1,
        language: settings.language,
        timeZone: settings.timeZone,
      }}
      isSaving={isPending}
      onSubmit={(facts) => void submit(facts)}
      onClose={onClose}
    >
      <BookFields />
    </FormDialog>
  );
}
