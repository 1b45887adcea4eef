import { useMutation, useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { addDays, addMonths } from '../../../db/types/calendar.ts';
import type { ValueClaim } from '../../../db/value/claim-query.ts';
import type { ClaimInput } from '../../../db/value/proof.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { useAttach } from '../../lib/use-attach.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { ClaimEvidence } from './claim-evidence.tsx';
import { InputRows, WorthNow } from './claim-formula.tsx';
import styles from './goal-form.module.css';

type ClaimForm = {
  outcome: string;
  valuePoint: string | null;
  promised: string | null;
  from: IsoDate;
  to: IsoDate;
  inputs: ClaimInput[];
  currency: string;
  conversionAgreedOn: IsoDate | null;
  signedOn: IsoDate | null;
  signedBy: string | null;
  source: string | null;
  quote: string | null;
  note: string | null;
};

/** A claim of value: what came of it, by which formula, agreed and confirmed by whom, from which source. */
export function ClaimDialog({
  accountId,
  claim,
  valuePoint,
  onClose,
}: {
  accountId: number;
  claim: ValueClaim | null;
  valuePoint: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ClaimForm>();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: points } = useQuery(api.goal.valuePoints.queryOptions());
  const [files, setFiles] = useState<readonly File[]>([]);
  const { attach } = useAttach();
  const create = useMutation(
    api.value.claim.create.mutationOptions({
      onSuccess: async ({ id }) => {
        if (files.length > 0) await attach({ table: 'value_claim', id }, files);
        onClose();
      },
    }),
  );
  const edit = useMutation(api.value.claim.edit.mutationOptions({ onSuccess: onClose }));
  const remove = useMutation(
    api.value.claim.remove.mutationOptions({
      onSuccess: () => {
        notify({ text: t('value.removed'), canUndo: true });
        onClose();
      },
    }),
  );
  if (!status) return null;
  const submit = ({ from, to, inputs, ...given }: ClaimForm) => {
    const written = inputs.map(({ label, value, unit }) => ({
      label: label ?? '',
      value: value ?? null,
      unit: unit ?? '',
    }));
    const facts = { ...given, goalId: claim?.goalId ?? null, period: { from, to }, inputs: written };
    if (claim) edit.mutate({ id: claim.id, facts });
    else create.mutate({ accountId, facts });
  };
  const date = (name: keyof ClaimForm, label: string, isNeeded = false) => (
    <Form.Item
      name={name}
      label={label}
      rules={isNeeded ? [{ required: true, message: t('value.dayNeeded') }] : []}
    >
      <DateInput />
    </Form.Item>
  );
  return (
    <FormDialog
      form={form}
      width={680}
      title={claim ? t('value.edit') : t('value.new')}
      initialValues={startOf(claim, valuePoint, status.today, status.settings.base_currency)}
      isSaving={create.isPending || edit.isPending}
      removal={claim && { label: t('value.remove'), remove: () => remove.mutate({ id: claim.id }) }}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item
          name="outcome"
          label={t('value.outcome')}
          rules={[{ required: true, whitespace: true, message: t('value.outcomeNeeded') }]}
        >
          <Input maxLength={200} ref={focusFirst} placeholder={t('value.outcomeHint')} />
        </Form.Item>
        <Form.Item name="valuePoint" label={t('goal.valuePoint')}>
          <AutoComplete options={points?.map(({ name }) => ({ value: name })) ?? []} />
        </Form.Item>
      </div>
      <Form.Item name="promised" label={t('value.promised')}>
        <Input maxLength={20_000} />
      </Form.Item>
      <Form.Item label={t('value.formula')} extra={<WorthNow />}>
        <InputRows />
      </Form.Item>
      <div className={styles.triple}>
        {date('from', t('value.fromDay'), true)}
        {date('to', t('value.toDay'), true)}
        <Form.Item
          name="currency"
          label={t('value.currency')}
          rules={[{ pattern: /^[A-Z]{3}$/, message: 'CNY, USD, EUR' }]}
        >
          <Input maxLength={3} />
        </Form.Item>
        {date('conversionAgreedOn', t('value.agreedOn'))}
        {date('signedOn', t('value.signedOn'))}
        <Form.Item name="signedBy" label={t('value.signedBy')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="source" label={t('goal.source')} extra={t('value.sourceHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item label={t('value.evidence')} extra={t('value.evidenceHint')}>
        <ClaimEvidence claimId={claim?.id ?? null} files={files} onChoose={setFiles} />
      </Form.Item>
      <Form.Item name="quote" label={t('value.quote')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={20_000} />
      </Form.Item>
      <div className={styles.inside}>
        <Form.Item name="note" label={t('goal.note')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={20_000} />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

function startOf(
  claim: ValueClaim | null,
  valuePoint: string | null,
  today: IsoDate,
  currency: string,
): ClaimForm {
  if (claim) {
    const { period, valuePoint: point, inputs, evidence: _, ...facts } = claim;
    return { ...facts, valuePoint: point?.name ?? null, ...period, inputs: [...inputs] };
  }
  return {
    outcome: '',
    valuePoint,
    promised: null,
    from: addDays(addMonths(today, -3), 1),
    to: today,
    inputs: [{ label: '', value: null, unit: '' }],
    currency,
    conversionAgreedOn: null,
    signedOn: null,
    signedBy: null,
    source: null,
    quote: null,
    note: null,
  };
}
