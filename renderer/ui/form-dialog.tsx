import { Button, Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
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
  onSubmit: (values: Values) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
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
        layout="vertical"
        requiredMark={false}
        {...(initialValues && { initialValues })}
        onFinish={onSubmit}
      >
        {children}
      </Form>
    </Modal>
  );
}
