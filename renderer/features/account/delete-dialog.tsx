import { useMutation, useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { leaveDeleted, leavesFirst } from '../../lib/leave-deleted.ts';
import { notify } from '../../lib/notices.ts';
import { useAccountView } from './account-view.ts';

const nouns = ['contact', 'contract', 'note', 'task', 'handoff', 'goal', 'qbr'] as const;

/** Deletes what was created by mistake, after naming what goes with it; customers who left are archived instead. */
export function DeleteDialog({ id, name, onClose }: { id: number; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: belongings } = useQuery(api.account.archivedWith.queryOptions({ id }));
  const { mutate, isPending } = useMutation(
    api.account.delete.mutationOptions({
      meta: leavesFirst,
      onSuccess: () => {
        useAccountView.setState({ selected: null, chosen: new Set() });
        notify({ text: t('account.delete.done', { name }), canUndo: true });
        onClose();
        void leaveDeleted(() => navigate('/accounts'));
      },
    }),
  );
  const counted = (belongings ?? []).flatMap(({ noun, count }) => {
    const known = nouns.find((each) => each === noun);
    return known ? [t(`account.archive.with.${known}`, { count })] : [];
  });
  return (
    <Modal
      open
      title={t('account.delete.title', { name })}
      okText={t('app.delete')}
      okButtonProps={{ danger: true }}
      cancelText={t('app.cancel')}
      confirmLoading={isPending}
      onOk={() => mutate({ id })}
      onCancel={onClose}
    >
      <p>{t('account.delete.teach')}</p>
      {counted.length > 0 && <p>{t('account.delete.with', { what: counted.join(t('app.comma')) })}</p>}
    </Modal>
  );
}
