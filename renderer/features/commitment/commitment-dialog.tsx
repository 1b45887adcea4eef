import { useMutation } from '@tanstack/react-query';
import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type PromiseSide, promiseSides } from '../../../db/commitment/rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { tell } from '../../lib/notices.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './commitment-dialog.module.css';
import type { PromiseEntry, PromiseSource } from './commitment-type.ts';

type PromiseForm = {
  text: string;
  side: PromiseSide;
  promisedBy: string | null;
  promisedTo: string | null;
  madeOn: IsoDate | null;
  dueOn: IsoDate | null;
  comment: string | null;
  /** Asked of a new one that no handoff or review is at hand for. */
  isOfRenewal?: boolean;
};

/** A promise written down or changed: what, which side owes it, who said it to whom, when and by when. */
export function PromiseDialog({
  accountId,
  promise,
  source,
  today,
  onClose,
}: {
  accountId: number;
  /** Null for a new one. */
  promise: PromiseEntry | null;
  source: PromiseSource | null;
  today: IsoDate;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PromiseForm>();
  const { mutate: create, isPending: isCreating } = useMutation(
    api.promise.create.mutationOptions({ onSuccess: onClose }),
  );
  const { mutate: edit, isPending: isEditing } = useMutation(
    api.promise.edit.mutationOptions({ onSuccess: onClose }),
  );
  const { mutate: remove } = useMutation(
    api.promise.remove.mutationOptions({
      onSuccess: () => {
        tell({ text: t('promise.deleted'), canUndo: true });
        onClose();
      },
    }),
  );
  return (
    <FormDialog
      form={form}
      title={t(promise ? 'promise.edit' : 'promise.new')}
      initialValues={promise ? formOf(promise) : { text: '', side: 'us', madeOn: today }}
      isSaving={isCreating || isEditing}
      removal={promise && { label: t('promise.delete'), remove: () => remove({ id: promise.id }) }}
      onSubmit={({ text, side, promisedBy, promisedTo, madeOn, dueOn, comment, isOfRenewal }) => {
        const facts = {
          text,
          side,
          promisedBy: promisedBy ?? null,
          promisedTo: promisedTo ?? null,
          madeOn: madeOn ?? null,
          dueOn: dueOn ?? null,
          comment: comment ?? null,
        };
        if (promise) edit({ id: promise.id, ...facts });
        else create({ accountId, source: isOfRenewal ? { noun: 'renewal', id: null } : source, ...facts });
      }}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={t('promise.text')}
        rules={[{ required: true, whitespace: true, message: t('promise.textNeeded') }]}
      >
        <Input.TextArea autoFocus maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="side" label={t('promise.sideLabel')}>
        <Radio.Group
          options={promiseSides.map((side) => ({ value: side, label: t(`promise.side.${side}`) }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="promisedBy" label={t('promise.by')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="promisedTo" label={t('promise.to')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="madeOn" label={t('promise.madeOn')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="dueOn" label={t('promise.dueOn')}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item name="comment" label={t('promise.comment')}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      {!promise && !source && (
        <Form.Item name="isOfRenewal" valuePropName="checked" noStyle>
          <Checkbox>{t('promise.isOfRenewal')}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}

function formOf(promise: PromiseEntry): PromiseForm {
  const { text, side, comment } = promise;
  return {
    text,
    side,
    comment,
    promisedBy: promise.promised_by,
    promisedTo: promise.promised_to,
    madeOn: promise.made_on,
    dueOn: promise.due_on,
  };
}
