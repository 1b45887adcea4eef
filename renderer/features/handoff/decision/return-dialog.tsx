import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { Copy } from 'lucide-react';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { needsReason, type OfferedDecision } from '../../../../db/handoff/decision.ts';
import { api } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { notify } from '../../../lib/notices.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import type { Handoff } from '../handoff-type.ts';
import styles from './decide-dialog.module.css';
import { ReasonField } from './reason-field.tsx';

const noteLanguages = [
  { value: 'en', label: 'EN' },
  { value: 'zh-CN', label: '中文' },
] as const;

/** Sending it back: why, and the note that tells the seller exactly what to fix, in the seller's language. */
export function ReturnDialog({
  handoff,
  offer,
  onClose,
}: {
  handoff: Handoff;
  offer: OfferedDecision;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const noteId = useId();
  const [reason, setReason] = useState('');
  const [language, setLanguage] = useState(format.language);
  const settled = useDeferredValue(reason.trim() || null);
  const { data: note } = useQuery(
    api.handoff.decision.note.queryOptions(
      { id: handoff.id, reason: settled, language },
      { placeholderData: keepPreviousData },
    ),
  );
  const { mutate: sendBack, isPending } = useMutation(
    api.handoff.decision.return.mutationOptions({
      onSuccess: () => {
        notify({ text: t('handoff.return.done', { account: handoff.accountName }), canUndo: true });
        onClose();
      },
    }),
  );
  const asksReason = needsReason(offer.decision, 'return');

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(note ?? '');
    notify({ text: t('handoff.return.copied') });
  }

  return (
    <Modal
      open
      width={640}
      title={t('handoff.return.title')}
      okText={t('handoff.return.do')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: asksReason && reason.trim() === '' }}
      confirmLoading={isPending}
      onOk={() => sendBack({ id: handoff.id, reason: reason.trim() || null })}
      onCancel={onClose}
    >
      <ReasonField against={asksReason ? offer.decision : null} value={reason} onChange={setReason} />
      <div className={styles.noteHead}>
        <label htmlFor={noteId}>
          {t(handoff.template.kind === 'csm-to-csm' ? 'handoff.return.noteToCsm' : 'handoff.return.note')}
        </label>
        <Segmented
          label={t('handoff.return.language')}
          options={noteLanguages}
          value={language}
          onChange={setLanguage}
        />
        <Button icon={<Copy size={14} />} onClick={() => void copy()}>
          {t('handoff.return.copy')}
        </Button>
      </div>
      <Input.TextArea id={noteId} variant="filled" value={note ?? ''} readOnly rows={12} />
    </Modal>
  );
}
