import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type QbrKind, qbrKinds } from '../../../../db/qbr/kind.ts';
import type { IsoDate } from '../../../../db/types/calendar.ts';
import { api } from '../../../lib/api.ts';
import { notify } from '../../../lib/notices.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { QbrShown } from '../qbr-type.ts';

type WrapUpForm = {
  heldOn: IsoDate;
  attended: number[];
  successConfirmedBy: string | null;
  preparationMinutes: number | null;
  nextKind: QbrKind;
  nextOn: IsoDate | null;
};

/** What is settled before hanging up: who came, that success still means the same, and when the next review is. */
export function WrapUpDialog({ view, onClose }: { view: QbrShown; onClose: () => void }) {
  const { data: status } = useQuery(api.book.status.queryOptions());
  return status ? <WrapUp view={view} today={status.today} onClose={onClose} /> : null;
}

function WrapUp({ view, today, onClose }: { view: QbrShown; today: IsoDate; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<WrapUpForm>();
  const { qbr, lines } = view;
  const { mutate: wrapUp, isPending } = useMutation(
    api.qbr.meeting.wrapUp.mutationOptions({
      onSuccess: () => {
        onClose();
        notify({ text: t('qbr.meeting.wrappedUp'), canUndo: true });
      },
    }),
  );
  const submit = ({ attended, nextKind, nextOn, ...given }: WrapUpForm) =>
    wrapUp({
      id: qbr.id,
      heldOn: given.heldOn,
      attendance: lines.attendees.map(({ id }) => ({ id, attended: attended.includes(id) })),
      successConfirmedBy: given.successConfirmedBy ?? null,
      preparationMinutes: given.preparationMinutes ?? null,
      next: nextOn ? { kind: nextKind, meetingOn: nextOn } : null,
    });
  const customers = [
    ...new Set([
      ...lines.attendees.filter(({ side }) => side === 'customer').map(({ name }) => name),
      ...view.contacts.map(({ name }) => name),
    ]),
  ];
  const initial: WrapUpForm = {
    heldOn: qbr.heldOn ?? (qbr.meetingOn !== null && qbr.meetingOn < today ? qbr.meetingOn : today),
    attended: lines.attendees.filter(({ attended }) => attended !== 0).map(({ id }) => id),
    successConfirmedBy: null,
    preparationMinutes: qbr.preparationMinutes,
    nextKind: qbr.kind,
    nextOn: null,
  };
  return (
    <FormDialog
      form={form}
      title={t('qbr.meeting.wrapUp')}
      submitLabel={t('qbr.meeting.wrapUpNow')}
      initialValues={initial}
      isSaving={isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="heldOn"
        label={t('qbr.meeting.heldOn')}
        rules={[{ required: true, message: t('qbr.needed') }]}
      >
        <DateInput />
      </Form.Item>
      {lines.attendees.length > 0 && (
        <Form.Item name="attended" label={t('qbr.meeting.attended')}>
          <Checkbox.Group options={lines.attendees.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      {view.content.success?.definition && (
        <Form.Item
          name="successConfirmedBy"
          label={t('qbr.meeting.successConfirmed')}
          extra={view.content.success.definition}
        >
          <Select
            allowClear
            placeholder={t('qbr.meeting.notAsked')}
            options={customers.map((name) => ({ value: name, label: name }))}
          />
        </Form.Item>
      )}
      <Form.Item name="nextOn" label={t('qbr.meeting.nextOn')} extra={t('qbr.meeting.nextTeach')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="nextKind" label={t('qbr.meeting.nextKind')}>
        <Select options={qbrKinds.map((value) => ({ value, label: t(`qbr.kindLong.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="preparationMinutes"
        label={t('qbr.meeting.preparationMinutes')}
        extra={t('qbr.meeting.preparationTeach')}
      >
        <InputNumber min={0} max={10_000} precision={0} style={{ width: 120 }} />
      </Form.Item>
    </FormDialog>
  );
}
