import { useMutation } from '@tanstack/react-query';
import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type CommitmentSide, commitmentSides } from '../../../db/commitment/rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './commitment-dialog.module.css';
import type { CommitmentEntry, CommitmentSource } from './commitment-type.ts';

type CommitmentForm = {
  text: string;
  side: CommitmentSide;
  promisedBy: string | null;
  promisedTo: string | null;
  madeOn: IsoDate | null;
  dueOn: IsoDate | null;
  comment: string | null;
  /** Asked of a new one that no handoff or review is at hand for. */
  isOfRenewal?: boolean;
};

/** A commitment written down or changed: what, which side owes it, who said it to whom, when and by when. */
export function CommitmentDialog({
  accountId,
  commitment,
  source,
  today,
  onClose,
}: {
  accountId: number;
  /** Null for a new one. */
  commitment: CommitmentEntry | null;
  source: CommitmentSource | null;
  today: IsoDate;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CommitmentForm>();
  const { mutate: create, isPending: isCreating } = useMutation(
    api.commitment.create.mutationOptions({ onSuccess: onClose }),
  );
  const { mutate: edit, isPending: isEditing } = useMutation(
    api.commitment.edit.mutationOptions({ onSuccess: onClose }),
  );
  const { mutate: remove } = useMutation(
    api.commitment.remove.mutationOptions({
      onSuccess: () => {
        notify({ text: t('commitment.deleted'), canUndo: true });
        onClose();
      },
    }),
  );
  return (
    <FormDialog
      form={form}
      title={t(commitment ? 'commitment.edit' : 'commitment.new')}
      initialValues={commitment ? formOf(commitment) : { text: '', side: 'us', madeOn: today }}
      isSaving={isCreating || isEditing}
      removal={commitment && { label: t('commitment.delete'), remove: () => remove({ id: commitment.id }) }}
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
        if (commitment) edit({ id: commitment.id, ...facts });
        else create({ accountId, source: isOfRenewal ? { noun: 'renewal', id: null } : source, ...facts });
      }}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={t('commitment.text')}
        rules={[{ required: true, whitespace: true, message: t('commitment.textNeeded') }]}
      >
        <Input.TextArea autoFocus maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="side" label={t('commitment.sideLabel')}>
        <Radio.Group
          options={commitmentSides.map((side) => ({
            value: side,
            label: t(`commitment.choice.side.${side}`),
          }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="promisedBy" label={t('commitment.by')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="promisedTo" label={t('commitment.to')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="madeOn" label={t('commitment.madeOn')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="dueOn" label={t('commitment.dueOn')}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item name="comment" label={t('commitment.comment')}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      {!commitment && !source && (
        <Form.Item name="isOfRenewal" valuePropName="checked" noStyle>
          <Checkbox>{t('commitment.isOfRenewal')}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}

function formOf(commitment: CommitmentEntry): CommitmentForm {
  const { text, side, comment } = commitment;
  return {
    text,
    side,
    comment,
    promisedBy: commitment.promised_by,
    promisedTo: commitment.promised_to,
    madeOn: commitment.made_on,
    dueOn: commitment.due_on,
  };
}
