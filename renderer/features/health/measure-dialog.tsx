import { useMutation } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type MeasureDirection, measureDirections } from '../../../db/health/curve.ts';
import type { OwnMeasure } from '../../../db/health/measure.ts';
import { api } from '../../lib/api.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

const modes = ['typed', 'imported', 'hand'] as const;
type MeasureForm = {
  name: string;
  nameZh: string;
  unit: string;
  direction: MeasureDirection;
  mode: OwnMeasure['mode'];
  least: number | null;
  most: number | null;
};

/** A measure of the user's own: what it is called, counted in, which way is better, and its scale. */
export function MeasureDialog({ measure, onClose }: { measure: OwnMeasure | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<MeasureForm>();
  const create = useMutation(api.health.measure.create.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(api.health.measure.edit.mutationOptions({ onSuccess: onClose }));
  const retire = useMutation(api.health.measure.retire.mutationOptions({ onSuccess: onClose }));
  const needed = [{ required: true, message: t('lifecycle.needed') }];
  return (
    <FormDialog
      form={form}
      title={measure?.name ?? t('health.measureForm.add')}
      initialValues={
        measure
          ? { ...measure, nameZh: measure.nameZh ?? '' }
          : { direction: 'increase', mode: 'typed', unit: '', nameZh: '', least: null, most: null }
      }
      isSaving={create.isPending || edit.isPending}
      removal={
        measure && {
          label: t('health.measureForm.retire'),
          remove: () => retire.mutate({ id: measure.id, name: measure.name, isRetired: true }),
        }
      }
      onSubmit={({ nameZh, unit, least, most, ...same }) => {
        const facts = {
          ...same,
          unit: unit ?? '',
          nameZh: nameZh?.trim() || null,
          least: least ?? null,
          most: most ?? null,
        };
        if (measure) edit.mutate({ id: measure.id, facts });
        else create.mutate(facts);
      }}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('health.measureForm.name')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="nameZh" label={t('health.measureForm.nameZh')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="unit"
        label={t('health.measureForm.unit')}
        extra={measure && t('health.measureForm.unitTeach')}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="direction" label={t('health.measureForm.direction')} rules={needed}>
        <Select<MeasureDirection>
          options={measureDirections.map((value) => ({ value, label: t(`health.direction.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="mode" label={t('health.measureForm.mode')} rules={needed}>
        <Select<OwnMeasure['mode']>
          options={modes.map((value) => ({ value, label: t(`health.mode.${value}`) }))}
        />
      </Form.Item>
      <Form.Item label={t('health.measureForm.scale')} extra={t('health.measureForm.scaleTeach')}>
        <Form.Item name="least" noStyle>
          <InputNumber aria-label={t('health.measureForm.least')} />
        </Form.Item>{' '}
        –{' '}
        <Form.Item name="most" noStyle>
          <InputNumber aria-label={t('health.measureForm.most')} />
        </Form.Item>
      </Form.Item>
    </FormDialog>
  );
}
