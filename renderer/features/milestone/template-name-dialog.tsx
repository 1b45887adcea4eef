import { useMutation } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MilestoneTemplate } from '../../../db/milestone/template-query.ts';
import { api } from '../../lib/api.ts';
import { focusFirst } from '../../ui/focus-first.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

type NameForm = { name: string; nameZh?: string | null };

/** The name of a new template, of a copy, or another one for the template shown. */
export function TemplateNameDialog({
  template,
  isCopy,
  onSaved,
  onClose,
}: {
  template: MilestoneTemplate | null;
  isCopy: boolean;
  onSaved: (id: number) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NameForm>();
  const saved = { onSuccess: onClose };
  const made = {
    onSuccess: ({ id }: { id: number }) => {
      onClose();
      onSaved(id);
    },
  };
  const create = useMutation(api.milestone.template.create.mutationOptions(made));
  const copy = useMutation(api.milestone.template.copy.mutationOptions(made));
  const rename = useMutation(api.milestone.template.rename.mutationOptions(saved));
  const submit = ({ name, nameZh = null }: NameForm) => {
    const names = { name, nameZh };
    if (!template) create.mutate(names);
    else if (isCopy) copy.mutate({ id: template.id, ...names });
    else rename.mutate({ id: template.id, ...names });
  };
  const title = !template ? 'new' : isCopy ? 'copy' : 'rename';
  const initial: NameForm =
    template && !isCopy ? { name: template.name, nameZh: template.nameZh } : { name: '' };
  return (
    <FormDialog
      form={form}
      title={t(`milestone.template.dialog.${title}`, { name: template?.name ?? '' })}
      initialValues={initial}
      isSaving={create.isPending || copy.isPending || rename.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('milestone.template.name')}
        rules={[{ required: true, whitespace: true, message: t('lifecycle.needed') }]}
      >
        <Input maxLength={200} ref={focusFirst} onPressEnter={() => form.submit()} />
      </Form.Item>
      <Form.Item
        name="nameZh"
        label={t('milestone.template.nameZh')}
        extra={t('milestone.template.otherTeach')}
      >
        <Input maxLength={200} onPressEnter={() => form.submit()} />
      </Form.Item>
    </FormDialog>
  );
}
