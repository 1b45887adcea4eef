import { useMutation } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type PlannedStage, plannedStages } from '../../../db/lifecycle/rule.ts';
import {
  type MilestoneAnchor,
  type MilestoneKind,
  milestoneAnchors,
  milestoneKinds,
  type TouchChannel,
  touchChannels,
} from '../../../db/milestone/rule.ts';
import type { TemplateLine } from '../../../db/milestone/template-query.ts';
import { api } from '../../lib/api.ts';
import { focusFirst } from '../../ui/focus-first.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './line-dialog.module.css';

type Side = 'after' | 'before';
type LineForm = {
  title: string;
  titleZh: string | null;
  kind: MilestoneKind;
  channel: TouchChannel | null;
  days: number;
  side: Side;
  anchor: MilestoneAnchor;
  stage: PlannedStage;
  isFirstValue: boolean;
};

/** Contracts date these; nobody can count days from a deal that is not closed. */
const datedStages = plannedStages.filter((stage) => stage !== 'acquisition' && stage !== 'conversion');

/** A step of a template: a milestone the customer reaches or a contact we make, and its day within a stage. */
export function LineDialog({
  templateId,
  line,
  onClose,
}: {
  templateId: number;
  line: TemplateLine | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<LineForm>();
  const kind = Form.useWatch('kind', form) ?? line?.kind ?? 'milestone';
  const add = useMutation(api.milestone.template.addLine.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(api.milestone.template.editLine.mutationOptions({ onSuccess: onClose }));
  const submit = ({ days, side, channel, ...given }: LineForm) => {
    const facts = {
      ...given,
      titleZh: given.titleZh ?? null,
      offsetDays: side === 'after' ? days : -days,
      channel: kind === 'touchpoint' ? (channel ?? null) : null,
      isFirstValue: kind === 'milestone' && given.isFirstValue,
    };
    if (line) edit.mutate({ templateId, id: line.id, ...facts });
    else add.mutate({ templateId, ...facts });
  };
  const initial: LineForm = {
    title: line?.title ?? '',
    titleZh: line?.titleZh ?? null,
    kind: line?.kind ?? 'milestone',
    channel: line?.channel ?? 'call',
    days: Math.abs(line?.offsetDays ?? 30),
    side: (line?.offsetDays ?? 0) < 0 ? 'before' : 'after',
    anchor: line?.anchor ?? 'start',
    stage: line?.stage ?? 'onboarding',
    isFirstValue: line?.isFirstValue ?? false,
  };
  return (
    <FormDialog
      form={form}
      title={line ? t('milestone.template.editStep') : t('milestone.template.addStep')}
      initialValues={initial}
      isSaving={add.isPending || edit.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t('milestone.template.step')}
        rules={[{ required: true, whitespace: true, message: t('lifecycle.needed') }]}
      >
        <Input maxLength={200} ref={focusFirst} />
      </Form.Item>
      <Form.Item
        name="titleZh"
        label={t('milestone.template.stepZh')}
        extra={t('milestone.template.otherTeach')}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={t('milestone.template.kind')}>
        <KindChoice />
      </Form.Item>
      <Form.Item label={t('milestone.template.when')}>
        <div className={styles.when}>
          <Form.Item name="days" noStyle rules={[{ required: true, message: t('lifecycle.needed') }]}>
            <InputNumber<number>
              aria-label={t('milestone.template.days')}
              min={0}
              max={3650}
              precision={0}
              changeOnWheel={false}
              className={styles.days ?? ''}
            />
          </Form.Item>
          <Form.Item name="side" noStyle>
            <Select<Side>
              aria-label={t('milestone.template.side')}
              options={(['after', 'before'] as const).map((value) => ({
                value,
                label: t(`milestone.template.daysSide.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="anchor" noStyle>
            <Select<MilestoneAnchor>
              aria-label={t('milestone.template.anchor')}
              options={milestoneAnchors.map((value) => ({
                value,
                label: t(`milestone.template.anchorOf.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="stage" noStyle>
            <Select<PlannedStage>
              aria-label={t('lifecycle.stageLabel')}
              options={datedStages.map((value) => ({ value, label: t(`lifecycle.stage.${value}`) }))}
            />
          </Form.Item>
        </div>
      </Form.Item>
      {kind === 'touchpoint' ? (
        <Form.Item name="channel" label={t('milestone.template.channel')}>
          <Select<TouchChannel>
            options={touchChannels.map((value) => ({ value, label: t(`milestone.channel.${value}`) }))}
          />
        </Form.Item>
      ) : (
        <Form.Item name="isFirstValue" valuePropName="checked" extra={t('milestone.template.firstTeach')}>
          <Checkbox>{t('milestone.template.isFirst')}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}

function KindChoice({
  value = 'milestone',
  onChange,
}: {
  value?: MilestoneKind;
  onChange?: (kind: MilestoneKind) => void;
}) {
  const { t } = useTranslation();
  return (
    <Segmented<MilestoneKind>
      label={t('milestone.template.kind')}
      options={milestoneKinds.map((each) => ({ value: each, label: t(`milestone.kindTeach.${each}`) }))}
      value={value}
      onChange={(kind) => onChange?.(kind)}
    />
  );
}
