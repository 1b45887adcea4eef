import { useMutation } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ProofDirection, proofDirections, valuePartKinds } from '../../../db/value/point.ts';
import type { ValuePoint, ValueProposition } from '../../../db/value/proposition-query.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { focusFirst } from '../../ui/focus-first.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './point-dialog.module.css';

type PointForm = {
  name: string;
  propositionId: number | null;
  description: string | null;
  proofMetric: string | null;
  proofUnit: string | null;
  proofDirection: ProofDirection | null;
  parts: { module: string[]; service: string[]; practice: string[]; offer: string[] };
};

/** A new value point, or one to change: what it is made of, how it is proven, what sells more of it. */
export function PointDialog({
  point,
  propositionId,
  products,
  onClose,
}: {
  point: ValuePoint | null;
  propositionId: number | null;
  products: readonly ValueProposition[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PointForm>();
  const create = useMutation(api.value.point.create.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(api.value.point.edit.mutationOptions({ onSuccess: onClose }));
  const { mutate: remove } = useMutation(
    api.value.point.delete.mutationOptions({
      onSuccess: () => {
        notify({ text: t('valuePoint.deleted'), canUndo: true });
        onClose();
      },
    }),
  );
  const initial: PointForm = {
    name: point?.name ?? '',
    propositionId: point?.propositionId ?? propositionId,
    description: point?.description ?? null,
    proofMetric: point?.proofMetric ?? null,
    proofUnit: point?.proofUnit ?? null,
    proofDirection: point?.proofDirection ?? null,
    parts: {
      module: [...(point?.parts.module ?? [])],
      service: [...(point?.parts.service ?? [])],
      practice: [...(point?.parts.practice ?? [])],
      offer: [...(point?.parts.offer ?? [])],
    },
  };
  return (
    <FormDialog
      form={form}
      width={600}
      title={point ? t('valuePoint.edit') : t('valuePoint.new')}
      initialValues={initial}
      isSaving={create.isPending || edit.isPending}
      removal={point && { label: t('valuePoint.delete'), remove: () => remove({ id: point.id }) }}
      onSubmit={(given) => (point ? edit.mutate({ id: point.id, point: given }) : create.mutate(given))}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item
          name="name"
          label={t('valuePoint.name')}
          rules={[{ required: true, whitespace: true, message: t('valuePoint.nameNeeded') }]}
        >
          <Input maxLength={200} ref={focusFirst} placeholder={t('valuePoint.nameHint')} />
        </Form.Item>
        <Form.Item name="propositionId" label={t('valuePoint.proposition.product')}>
          <Select<number | null>
            allowClear
            options={products.map(({ id, product }) => ({ value: id, label: product }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="description" label={t('valuePoint.description')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
      <div className={styles.proof}>
        <Form.Item name="proofMetric" label={t('valuePoint.proofMetric')}>
          <Input maxLength={200} placeholder={t('valuePoint.proofMetricHint')} />
        </Form.Item>
        <Form.Item name="proofUnit" label={t('valuePoint.proofUnit')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="proofDirection" label={t('valuePoint.proofDirection')}>
          <Select<ProofDirection>
            allowClear
            options={proofDirections.map((value) => ({ value, label: t(`valuePoint.direction.${value}`) }))}
          />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        {valuePartKinds.map((kind) => (
          <Form.Item key={kind} name={['parts', kind]} label={t(`valuePoint.part.${kind}`)}>
            <Select<string[]>
              mode="tags"
              open={false}
              suffixIcon={null}
              placeholder={t(`valuePoint.partHint.${kind}`)}
              tokenSeparators={[',', '，', ';', '；', '、']}
            />
          </Form.Item>
        ))}
      </div>
    </FormDialog>
  );
}
