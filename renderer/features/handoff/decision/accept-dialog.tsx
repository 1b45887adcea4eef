import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gapDueOn, needsReason, type OfferedDecision } from '../../../../db/handoff/decision.ts';
import type { HandoffField } from '../../../../db/handoff/template.ts';
import type { IsoDate } from '../../../../db/types/calendar.ts';
import type { WorkingCalendar } from '../../../../db/working-calendar/working-day.ts';
import { api } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { notify } from '../../../lib/notices.ts';
import { useWorkingCalendar } from '../../../lib/working-calendar.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import type { Handoff } from '../handoff-type.ts';
import styles from './decide-dialog.module.css';
import { ReasonField } from './reason-field.tsx';

type Gap = { readonly field: string; readonly owner: string; readonly dueOn: IsoDate };

/** Accepting: every gap gets an owner and a day, both proposed; against the offer it takes a reason. */
export function AcceptDialog({
  handoff,
  offer,
  onClose,
}: {
  handoff: Handoff;
  offer: OfferedDecision;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const fields = offer.toFix.map(({ field }) => field);
  const calendar = useWorkingCalendar();
  const [gaps, setGaps] = useState<readonly Gap[]>(() =>
    fields.map((field) => proposedGap(field, handoff, calendar)),
  );
  const [reason, setReason] = useState('');
  const { mutate: accept, isPending } = useMutation(
    api.handoff.decision.accept.mutationOptions({
      onSuccess: () => {
        notify({ text: t('handoff.accept.done', { account: handoff.accountName }), canUndo: true });
        onClose();
      },
    }),
  );
  const asksReason = needsReason(offer.decision, 'accept');
  const isComplete = gaps.every(({ owner }) => owner.trim() !== '') && (!asksReason || reason.trim() !== '');
  const change = (field: string, part: Partial<Gap>) =>
    setGaps((all) => all.map((gap) => (gap.field === field ? { ...gap, ...part } : gap)));

  return (
    <Modal
      open
      width={640}
      title={t(gaps.length > 0 ? 'handoff.accept.withGaps' : 'handoff.accept.title', { count: gaps.length })}
      okText={t('handoff.accept.do')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !isComplete }}
      confirmLoading={isPending}
      onOk={() => accept({ id: handoff.id, gaps: [...gaps], reason: reason.trim() || null })}
      onCancel={onClose}
    >
      {gaps.length > 0 && <p className={styles.teach}>{t('handoff.accept.teach')}</p>}
      {gaps.length > 0 && (
        <table className={styles.gaps}>
          <thead>
            <tr>
              <th scope="col">{t('handoff.form.label')}</th>
              <th scope="col">{t('handoff.gap.owner')}</th>
              <th scope="col">{t('handoff.gap.due')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => {
              const gap = gaps.find((each) => each.field === field.key);
              const label = field.label[language];
              return (
                <tr key={field.key}>
                  <th scope="row">
                    {label}
                    <span className={styles.need}>{t(`handoff.need.${field.need}`)}</span>
                  </th>
                  <td>
                    <Input
                      value={gap?.owner ?? ''}
                      maxLength={200}
                      status={gap?.owner.trim() === '' ? 'error' : ''}
                      aria-label={`${label}: ${t('handoff.gap.owner')}`}
                      onChange={(event) => change(field.key, { owner: event.target.value })}
                    />
                  </td>
                  <td>
                    <DateInput
                      value={gap?.dueOn ?? null}
                      allowClear={false}
                      aria-label={`${label}: ${t('handoff.gap.due')}`}
                      onChange={(dueOn) => dueOn && change(field.key, { dueOn })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {asksReason && <ReasonField against={offer.decision} value={reason} onChange={setReason} />}
    </Modal>
  );
}

/** Who supplies the field closes its gap; required ones sooner. */
function proposedGap(
  field: HandoffField,
  { seller, receiver, today }: Handoff,
  calendar: WorkingCalendar,
): Gap {
  const owner = (field.supplier === 'cs' ? receiver : seller) ?? '';
  return { field: field.key, owner, dueOn: gapDueOn(field.need, today, calendar) };
}
