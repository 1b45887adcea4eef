import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { commitmentSides } from '../../../db/commitment/rule.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';

export type LineField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'prose' | 'date' | 'side' | 'minutes' | 'figure' | 'choice';
  readonly isNeeded?: boolean;
  readonly options?: readonly { readonly value: number; readonly label: string }[];
};
export type LineValues = Record<string, string | number | null>;

/** One line of a section, in a form of the fields that its kind of line has. */
export function LineDialog({
  title,
  fields,
  start,
  onSave,
  onClose,
}: {
  title: string;
  fields: readonly LineField[];
  start: LineValues;
  onSave: (values: LineValues) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<LineValues>();
  return (
    <FormDialog
      form={form}
      title={title}
      initialValues={start}
      onSubmit={(values) => {
        onSave({ ...start, ...values });
        onClose();
      }}
      onClose={onClose}
    >
      {fields.map((field) => (
        <Form.Item
          key={field.name}
          name={field.name}
          label={field.label}
          rules={field.isNeeded ? [{ required: true, whitespace: true, message: t('qbr.needed') }] : []}
        >
          <LineInput field={field} />
        </Form.Item>
      ))}
    </FormDialog>
  );
}

/** Form.Item hands value, onChange and id to its child; they pass through to the control. */
function LineInput({ field, ...control }: { field: LineField }) {
  const { t } = useTranslation();
  switch (field.kind) {
    case 'line':
      return <Input {...control} maxLength={200} />;
    case 'prose':
      return <Input.TextArea {...control} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={20_000} />;
    case 'date':
      return <DateInput {...control} />;
    case 'minutes':
      return <InputNumber {...control} min={0} max={600} precision={0} />;
    case 'figure':
      return <InputNumber {...control} style={{ width: '100%' }} />;
    case 'side':
      return (
        <Select
          {...control}
          options={commitmentSides.map((value) => ({ value, label: t(`qbr.side.${value}`) }))}
        />
      );
    case 'choice':
      return <Select {...control} allowClear options={[...(field.options ?? [])]} />;
  }
}
