import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../../db/custom-field/query.ts';
import { type CustomFieldKind, customFieldKinds } from '../../../db/custom-field/rule.ts';
import { api } from '../../lib/api.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './custom-field-dialog.module.css';

type FieldForm = {
  name: string;
  kind: CustomFieldKind;
  choices: ({ id: number | null; name: string } | undefined)[];
};

/** A new field, or one to rename or to choose otherwise from. Its kind is chosen once. */
export function CustomFieldDialog({ field, onClose }: { field: CustomField | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<FieldForm>();
  const kind = Form.useWatch('kind', form) ?? field?.kind ?? 'text';
  const create = useMutation(api.customField.create.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(api.customField.edit.mutationOptions({ onSuccess: onClose }));
  const submit = (given: FieldForm) => {
    const choices = (given.choices ?? []).flatMap((choice) =>
      choice?.name?.trim() ? [{ id: choice.id ?? null, name: choice.name.trim() }] : [],
    );
    if (field) edit.mutate({ id: field.id, name: given.name, choices });
    else create.mutate({ name: given.name, kind: given.kind, choices: choices.map(({ name }) => name) });
  };
  return (
    <FormDialog
      form={form}
      title={field ? t('customField.editTitle') : t('customField.newTitle')}
      initialValues={{
        name: field?.name ?? '',
        kind: field?.kind ?? 'text',
        choices: field?.choices.filter(({ isRetired }) => !isRetired) ?? [],
      }}
      isSaving={create.isPending || edit.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('customField.name')}
        rules={[{ required: true, whitespace: true, message: t('customField.nameNeeded') }]}
      >
        <Input maxLength={200} autoFocus={field === null} />
      </Form.Item>
      <Form.Item name="kind" label={t('customField.kind')} extra={t('customField.kindTeach')}>
        <Select
          disabled={field !== null}
          options={customFieldKinds.map((value) => ({ value, label: t(`customField.kindOf.${value}`) }))}
        />
      </Form.Item>
      {kind === 'choice' && (
        <Form.Item label={t('customField.choices')} extra={t('customField.choicesTeach')}>
          <Form.List name="choices">
            {(lines, { add, remove }) => (
              <>
                {lines.map(({ key, name }) => (
                  <div key={key} className={styles.choice}>
                    <Form.Item name={[name, 'id']} hidden>
                      <Input />
                    </Form.Item>
                    <Form.Item name={[name, 'name']} noStyle>
                      <Input maxLength={200} aria-label={t('customField.choice', { count: name + 1 })} />
                    </Form.Item>
                    <Button
                      type="text"
                      icon={<X size={14} aria-hidden />}
                      aria-label={t('customField.removeChoice', { count: name + 1 })}
                      onClick={() => remove(name)}
                    />
                  </div>
                ))}
                <Button
                  size="small"
                  icon={<Plus size={13} aria-hidden />}
                  onClick={() => add({ id: null, name: '' })}
                >
                  {t('customField.addChoice')}
                </Button>
              </>
            )}
          </Form.List>
        </Form.Item>
      )}
    </FormDialog>
  );
}
