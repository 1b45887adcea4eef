import { Button, Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

/** A form that is asked for: its fields are given inside, its button submits it, Escape and cancel leave everything as it was. */
export function FormDialog<Values extends object>({
  form,
  title,
  submitLabel,
  initialValues,
  isSaving = false,
  canSubmit = true,
  width,
  removal,
  onChange,
  onSubmit,
  onClose,
  children,
}: {
  form: FormInstance<Values>;
  title: ReactNode;
  /** What the button does; “Save” unless it is said. */
  submitLabel?: string | undefined;
  initialValues?: Readonly<Record<string, unknown>> | undefined;
  isSaving?: boolean | undefined;
  canSubmit?: boolean | undefined;
  width?: number | undefined;
  /** A button that takes away what the form is about. */
  removal?: { readonly label: string; readonly remove: () => void } | null | undefined;
  /** Called with the fields just changed. */
  onChange?: ((changed: Partial<Values>) => void) | undefined;
  onSubmit: (values: Values) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  // A form on the page behind may have fields of the same names; a label must lead to the field beside it.
  const id = useId();
  return (
    <Modal
      open
      {...(width !== undefined && { width })}
      title={title}
      okText={submitLabel ?? t('app.save')}
      cancelText={t('app.cancel')}
      confirmLoading={isSaving}
      okButtonProps={{ disabled: !canSubmit }}
      onOk={() => form.submit()}
      onCancel={onClose}
      footer={(buttons) => (
        <>
          {removal && (
            <Button danger style={{ float: 'left' }} onClick={removal.remove}>
              {removal.label}
            </Button>
          )}
          {buttons}
        </>
      )}
    >
      <Form<Values>
        form={form}
        name={id}
        layout="vertical"
        requiredMark={false}
        {...(initialValues && { initialValues })}
        {...(onChange && { onValuesChange: onChange })}
        onFinish={onSubmit}
      >
        {children}
      </Form>
    </Modal>
  );
}
