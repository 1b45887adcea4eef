import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AccountPicker } from '../../lib/account-picker.tsx';
import { api } from '../../lib/api.ts';
import { leaveDeleted, leavesFirst } from '../../lib/leave-deleted.ts';
import { notify } from '../../lib/notices.ts';
import { useAccountView } from './account-view.ts';
import styles from './merge-dialog.module.css';

const nouns = [
  'contact',
  'contract',
  'note',
  'task',
  'handoff',
  'goal',
  'qbr',
  'assessment',
  'commitment',
] as const;

/** Makes one account of two: says what comes over, what is kept and what moves, then does it; one undo takes it back. */
export function MergeDialog({
  accountId,
  otherId,
  onClose,
}: {
  accountId: number;
  /** The account that goes; null while it is not chosen. */
  otherId: number | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [ends, setEnds] = useState<{ into: number; from: number | null }>({ into: accountId, from: otherId });
  const { into: intoId, from: fromId } = ends;
  const { data: into } = useQuery(api.account.get.queryOptions({ id: intoId }));
  const { data: from } = useQuery(
    api.account.get.queryOptions({ id: fromId ?? 0 }, { enabled: fromId !== null }),
  );
  const { data: preview } = useQuery(
    api.account.mergePreview.queryOptions(
      { intoId, fromId: fromId ?? 0 },
      { enabled: fromId !== null && fromId !== intoId },
    ),
  );
  const { mutate, isPending } = useMutation(
    api.account.merge.mutationOptions({
      meta: leavesFirst,
      onSuccess: () => {
        notify({ text: t('account.merge.done', { name: into?.name ?? '' }), canUndo: true });
        useAccountView.setState({ chosen: new Set(), selected: null });
        onClose();
        void leaveDeleted(() => navigate(`/accounts/${intoId}`));
      },
    }),
  );
  const counted = (preview?.moved ?? []).flatMap(({ table, count }) => {
    const noun = nouns.find((each) => each === table);
    return noun ? [t(`account.merge.with.${noun}`, { count })] : [];
  });
  return (
    <Modal
      open
      title={t('account.merge.title', { name: into?.name ?? '' })}
      okText={t('account.merge.confirm')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !preview || preview.isFrozen }}
      confirmLoading={isPending}
      onOk={() => fromId !== null && mutate({ intoId, fromId })}
      onCancel={onClose}
    >
      <div className={styles.ends}>
        <span className={styles.end}>
          <small>{t('account.merge.goes')}</small>
          <AccountPicker
            aria-label={t('account.merge.goes')}
            value={fromId}
            onChange={(id) => setEnds({ into: intoId, from: id })}
          />
        </span>
        <Button
          icon={<ArrowLeftRight size={14} />}
          aria-label={t('account.merge.swap')}
          title={t('account.merge.swap')}
          disabled={fromId === null}
          onClick={() => fromId !== null && setEnds({ into: fromId, from: intoId })}
        />
        <span className={styles.end}>
          <small>{t('account.merge.stays')}</small>
          <b>{into?.name}</b>
        </span>
      </div>
      {fromId === intoId && <p>{t('account.merge.same')}</p>}
      {preview?.isFrozen && (
        <p className={styles.refused}>{t('failure.account.frozen-review', { name: from?.name ?? '' })}</p>
      )}
      {preview && !preview.isFrozen && (
        <ul className={styles.facts}>
          <li>
            {counted.length > 0
              ? t('account.merge.moves', { what: counted.join(t('app.comma')) })
              : t('account.merge.movesNothing')}
          </li>
          {preview.taken.map(({ field, value }) => (
            <li key={field}>{t('account.merge.taken', { field: t(`account.field.${field}`), value })}</li>
          ))}
          {preview.kept.map(({ field, value, lost }) => (
            <li key={field}>
              {t('account.merge.kept', { field: t(`account.field.${field}`), value, lost })}
            </li>
          ))}
          <li>{t('account.merge.undo')}</li>
        </ul>
      )}
    </Modal>
  );
}
