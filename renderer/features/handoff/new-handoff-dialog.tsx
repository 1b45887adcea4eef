import { useMutation, useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type HandoffKind, handoffKinds } from '../../../db/handoff/template.ts';
import { api } from '../../lib/api.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

type NewHandoff = { kind: HandoffKind; account: string; deal?: string; seller?: string; receiver?: string };

const suggestions = 8;

/** Begins a handoff, for an account of the book or for one that comes with the deal. */
export function NewHandoffDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<NewHandoff>();
  const kind = Form.useWatch('kind', form) ?? 'new-deal';
  const [typed, setTyped] = useState('');
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: matches } = useQuery(
    api.account.list.queryOptions({
      filter: { text: typed },
      order: { sort: 'name', descending: false, group: null },
      page: { offset: 0, limit: suggestions },
    }),
  );
  const { mutate: create, isPending } = useMutation(
    api.handoff.create.mutationOptions({ onSuccess: ({ id }) => void navigate(`/handoffs/${id}`) }),
  );
  const known = matches?.find(({ name }) => name === typed.trim());

  return (
    <FormDialog
      form={form}
      title={t('handoff.new.title')}
      submitLabel={t('handoff.new.do')}
      initialValues={{ kind: 'new-deal', receiver: status?.settings.owner }}
      isSaving={isPending}
      onSubmit={({ kind, account, deal, seller, receiver }) =>
        create({
          kind,
          account: known ? { id: known.id } : { name: account },
          deal: deal ?? null,
          seller: seller ?? null,
          receiver: receiver ?? null,
        })
      }
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('handoff.new.kind')} extra={t(`handoff.kindMeans.${kind}`)}>
        <Radio.Group options={handoffKinds.map((value) => ({ value, label: t(`handoff.kind.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="account"
        label={t('handoff.new.account')}
        rules={[{ required: true, whitespace: true, message: t('handoff.new.accountNeeded') }]}
        extra={
          typed.trim() !== '' && matches && !known && t('handoff.new.newAccount', { name: typed.trim() })
        }
      >
        <AutoComplete
          autoFocus
          maxLength={200}
          options={(matches ?? []).map(({ id, name }) => ({ key: id, value: name }))}
          onChange={(text: string) => setTyped(text)}
        />
      </Form.Item>
      <Form.Item name="deal" label={t('handoff.fact.deal')} extra={t('handoff.new.dealHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="seller" label={t('handoff.fact.seller')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="receiver" label={t('handoff.fact.receiver')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
