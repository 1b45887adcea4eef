import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type QbrKind, qbrKinds } from '../../../db/qbr/kind.ts';
import type { Qbr } from '../../../db/qbr/query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { AccountPicker } from '../../lib/account-picker.tsx';
import { api } from '../../lib/api.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { FiscalYearChoice } from './fiscal-year-choice.tsx';
import styles from './qbr-dialog.module.css';

type QbrForm = {
  accountId: number;
  kind: QbrKind;
  meetingOn: IsoDate | null;
  from: IsoDate;
  to: IsoDate;
  minutes: number;
  place: string | null;
};

/** A new review, or the meeting of one: kind and date propose the period, which can be changed. */
export function QbrDialog({
  qbr,
  accountId,
  onClose,
  onCreated,
}: {
  qbr: Qbr | null;
  /** The account a new review is for, where one is known. */
  accountId: number | null;
  onClose: () => void;
  onCreated: (id: number) => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<QbrForm>();
  const kind = Form.useWatch('kind', form) ?? qbr?.kind ?? 'qbr';
  const account = Form.useWatch('accountId', form) ?? accountId;
  const meetingOn = Form.useWatch('meetingOn', form) ?? null;
  const { data: proposed } = useQuery(
    api.qbr.propose.queryOptions({ kind, accountId: account, meetingOn }, { enabled: qbr === null }),
  );
  useEffect(() => {
    if (proposed) form.setFieldsValue({ ...proposed.period, minutes: proposed.minutes });
  }, [proposed, form]);
  const create = useMutation(
    api.qbr.create.mutationOptions({
      onSuccess: ({ id }) => {
        onClose();
        onCreated(id);
      },
    }),
  );
  const edit = useMutation(api.qbr.edit.mutationOptions({ onSuccess: onClose }));
  const submit = ({ from, to, ...given }: QbrForm) => {
    const { minutes, place } = given;
    const meeting = { period: { from, to }, meetingOn: given.meetingOn, minutes, place };
    if (qbr) edit.mutate({ id: qbr.id, ...meeting });
    else create.mutate({ accountId: given.accountId, kind: given.kind, ...meeting });
  };
  const initial = qbr
    ? { ...qbr, ...qbr.period }
    : { kind: 'qbr', accountId, meetingOn: null, minutes: 60, place: null };
  const needed = [{ required: true, message: t('qbr.needed') }];
  return (
    <FormDialog
      form={form}
      title={qbr ? t('qbr.editMeeting') : t('qbr.new')}
      submitLabel={qbr ? t('app.save') : t('qbr.prepare')}
      initialValues={initial}
      isSaving={create.isPending || edit.isPending}
      canSubmit={qbr !== null || proposed !== undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      {!qbr && (
        <>
          <Form.Item name="accountId" label={t('qbr.account')} rules={needed}>
            <AccountPicker />
          </Form.Item>
          <Form.Item name="kind" label={t('qbr.kindWord')}>
            <KindChoice />
          </Form.Item>
        </>
      )}
      {account !== null && <FiscalYearChoice accountId={account} />}
      <div className={styles.pair}>
        <Form.Item name="meetingOn" label={t('qbr.meetingOn')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="minutes" label={t('qbr.minutes')} rules={needed}>
          <InputNumber min={1} max={600} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="from" label={t('qbr.periodFrom')} rules={needed}>
          <DateInput />
        </Form.Item>
        <Form.Item name="to" label={t('qbr.periodTo')} rules={needed}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t('qbr.place')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

/** Form.Item gives value and onChange. */
function KindChoice({ value, onChange }: { value?: QbrKind; onChange?: (kind: QbrKind) => void }) {
  const { t } = useTranslation();
  return (
    <Segmented
      label={t('qbr.kindWord')}
      options={qbrKinds.map((each) => ({ value: each, label: t(`qbr.kindLong.${each}`) }))}
      value={value ?? null}
      onChange={(kind) => onChange?.(kind)}
    />
  );
}
