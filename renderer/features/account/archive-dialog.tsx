import { useMutation, useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Noun } from '../../../db/kernel/define.ts';
import { nounOfTable } from '../../../db/nouns.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { useNounLabels } from '../../noun/noun-labels.ts';
import { useAccountView } from './account-view.ts';
import styles from './archive-dialog.module.css';

const nouns = ['contact', 'contract', 'note', 'task', 'handoff', 'goal', 'qbr'] as const;

/** Says what leaves the lists together with an account, then archives it; undo is offered after. */
export function ArchiveDialog({ id, name, onClose }: { id: number; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: belongings } = useQuery(api.account.archivedWith.queryOptions({ id }));
  const { mutate, isPending } = useMutation(
    api.account.archive.mutationOptions({
      onSuccess: () => {
        useAccountView.setState({ selected: null });
        notify({ text: t('account.archive.done', { name }), canUndo: true });
        void navigate('/accounts');
      },
    }),
  );
  return (
    <Modal
      open
      title={t('account.archive.title', { name })}
      okText={t('account.archive.confirm')}
      cancelText={t('app.cancel')}
      confirmLoading={isPending}
      onOk={() => mutate({ id })}
      onCancel={onClose}
    >
      <p>{t('account.archive.teach')}</p>
      <ul className={styles.belongings}>
        {belongings?.map(({ noun, count }) => {
          const known = nouns.find((other) => other === noun);
          if (known) return <li key={noun}>{t(`account.archive.with.${known}`, { count })}</li>;
          const declared = nounOfTable(noun);
          return declared && <DeclaredCount key={noun} noun={declared} count={count} />;
        })}
        {belongings?.length === 0 && <li>{t('account.archive.alone')}</li>}
      </ul>
    </Modal>
  );
}

/** How many rows of a declared noun go along, after what they are called. */
function DeclaredCount({ noun, count }: { noun: Noun; count: number }) {
  const { t } = useTranslation();
  const labels = useNounLabels(noun);
  return <li>{t('grid.filter', { label: labels.of('title'), value: labels.of('count', { count }) })}</li>;
}
