import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Field, type FieldValue, type NounRow, tableOf, type Values } from '../../db/kernel/define.ts';
import { askedFields, initialOf } from '../../db/kernel/field.ts';
import { type AnyNoun, isAttachable } from '../../db/nouns.ts';
import { AccountPicker } from '../lib/account-picker.tsx';
import { api } from '../lib/api.ts';
import { Attachments } from '../lib/attachments.tsx';
import { notify } from '../lib/notices.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { FieldInput } from './field-input.tsx';
import styles from './noun-form.module.css';
import { NounHistory } from './noun-history.tsx';
import { useNounLabels } from './noun-labels.ts';

type Said = Record<string, unknown>;

/** A row of a declared noun written down or changed, field by field as the noun declares them. */
export function NounForm({
  noun,
  row,
  accountId,
  start = {},
  onClose,
}: {
  noun: AnyNoun;
  /** Null for a new one. */
  row: NounRow | null;
  /** The account a new row belongs to; null where it is asked for. */
  accountId: number | null;
  /** What is known of a new row already. */
  start?: Values;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const labels = useNounLabels(noun);
  const [form] = Form.useForm<Said>();
  const [isHistory, setHistory] = useState(false);
  const { data: status } = useQuery(api.book.status.queryOptions());
  const chosen = Form.useWatch<number | null | undefined>('accountId', form);
  const { mutate: create, isPending: isCreating } = useMutation(
    api.noun.create.mutationOptions({ onSuccess: onClose }),
  );
  const { mutate: edit, isPending: isEditing } = useMutation(
    api.noun.edit.mutationOptions({ onSuccess: onClose }),
  );
  const { mutate: remove } = useMutation(
    api.noun.remove.mutationOptions({
      onSuccess: () => {
        notify({ text: labels.of('deleted'), canUndo: true });
        onClose();
      },
    }),
  );
  if (!status) return null;
  const fields = askedFields(noun);
  const table = tableOf(noun);
  const asksAccount = noun.account !== 'none' && accountId === null && !row;
  const known = row?.values ?? {
    ...Object.fromEntries(fields.map(([key, field]) => [key, initialOf(field, status.today)])),
    ...start,
  };
  return (
    <FormDialog
      form={form}
      width={640}
      title={labels.of(row ? 'edit' : 'new')}
      initialValues={known}
      isSaving={isCreating || isEditing}
      removal={row && { label: t('noun.delete'), remove: () => remove({ noun: noun.name, id: row.id }) }}
      onSubmit={(said) => {
        const facts = Object.fromEntries(fields.map(([key, field]) => [key, said[key] ?? blankOf(field)]));
        if (row) edit({ noun: noun.name, id: row.id, facts });
        else
          create({
            noun: noun.name,
            facts:
              noun.account === 'none'
                ? { ...start, ...facts }
                : { ...start, ...facts, accountId: accountId ?? said.accountId ?? null },
          });
      }}
      onClose={onClose}
    >
      <div className={styles.fields}>
        {asksAccount && (
          <Form.Item
            name="accountId"
            label={t('noun.accountName')}
            className={styles.wide ?? ''}
            rules={
              noun.account === 'must'
                ? [{ required: true, message: t('noun.needed', { field: t('noun.accountName') }) }]
                : []
            }
          >
            <AccountPicker allowClear={noun.account === 'may'} />
          </Form.Item>
        )}
        {fields.map(([key, field]) => (
          <FieldInput
            key={key}
            noun={noun.name}
            name={key}
            field={field}
            isTitle={key === noun.title}
            labels={labels}
            accountId={row ? row.accountId : (accountId ?? chosen ?? null)}
            base={status.settings.base_currency}
          />
        ))}
      </div>
      {row && (
        <Button
          size="small"
          type="text"
          icon={<History size={13} aria-hidden />}
          onClick={() => setHistory(true)}
        >
          {t('account.history')}
        </Button>
      )}
      {row && isHistory && <NounHistory noun={noun} row={row} onClose={() => setHistory(false)} />}
      {row && isAttachable(table) && <Attachments of={{ table, id: row.id }} />}
    </FormDialog>
  );
}

/** What a field left empty says. */
function blankOf(field: Field): FieldValue {
  if (field.is === 'tags') return [];
  return field.is === 'yes-no' && !field.optional ? false : null;
}
