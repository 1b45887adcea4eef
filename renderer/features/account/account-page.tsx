import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ArrowLeft, Ellipsis, Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Account } from '../../../db/account/query.ts';
import { AccountHealthChip } from '../../lib/account-health-chip.tsx';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { notify } from '../../lib/notices.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { StageChip } from '../../ui/stage-chip.tsx';
import { AccountFactsCard } from './account-facts.tsx';
import { AccountForm } from './account-form.tsx';
import styles from './account-page.module.css';
import { ArchiveDialog } from './archive-dialog.tsx';
import { CardMenu } from './card-menu.tsx';
import { ContactCard } from './contact-card.tsx';
import { ContractCard } from './contract-card.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { RecordHistory } from './record-history.tsx';
import { RenewalChips } from './renewal-chips.tsx';
import { TimelineCard } from './timeline-card.tsx';

type Part = (accountId: number) => ReactNode;

/** Everything about one account. `panels` and `aside` are other features' parts of it, `actions` what they can do with it. */
export function AccountPage({
  panels,
  aside,
  actions,
}: {
  /** Below the contacts. */
  panels?: Part;
  /** Above the facts. */
  aside?: Part;
  actions?: Part;
}) {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: account, error } = useQuery(api.account.get.queryOptions({ id }));
  if (error && !account)
    return (
      <EmptyState
        title={t('app.notFound.title')}
        action={<Link to="/accounts">{t('app.notFound.back')}</Link>}
      >
        {failureText(error, t)}
      </EmptyState>
    );
  if (!account || !status) return null;
  const { today, settings } = status;
  return (
    <>
      <AccountHead account={account} today={today} actions={actions?.(id)} />
      <div className={styles.columns} key={id}>
        <div className={styles.column}>
          <ContractCard accountId={id} today={today} currency={settings.base_currency} />
          <ContactCard accountId={id} />
          {panels?.(id)}
        </div>
        <div className={styles.column}>
          {aside?.(id)}
          <AccountFactsCard account={account} currency={settings.base_currency} />
          <TimelineCard accountId={id} today={today} />
        </div>
      </div>
    </>
  );
}

type Open = 'form' | 'archive' | 'history' | 'merge' | 'delete' | null;

const opened = ['history', 'merge', 'archive', 'delete'] as const;

function AccountHead({ account, today, actions }: { account: Account; today: string; actions: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const edit = useMutation(api.account.edit.mutationOptions({ onSuccess: close }));
  const { mutate: restore } = useMutation(
    api.account.restore.mutationOptions({
      onSuccess: () => notify({ text: t('account.restored', { name: account.name }), canUndo: true }),
    }),
  );
  const isArchived = account.archivedAt !== null;
  return (
    <>
      <PageHead
        title={
          <>
            <Link to="/accounts" className={styles.back} aria-label={t('account.list.title')}>
              <ArrowLeft size={16} />
            </Link>
            {account.name}
          </>
        }
        beside={
          <span className={styles.chips}>
            <AccountHealthChip accountId={account.id} />
            {account.stage && <StageChip stage={account.stage} />}
            <RenewalChips renewalOn={account.renewalOn} noticeOn={account.noticeOn} today={today} />
          </span>
        }
      >
        {actions}
        <CardMenu id={account.id} />
        <Button icon={<Pencil size={13} />} onClick={() => setOpen('form')}>
          {t('account.edit')}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'history', label: t('account.history') },
              { key: 'merge', label: t('account.merge.do') },
              ...(isArchived ? [] : [{ key: 'archive', label: t('account.archive.do') }]),
              { key: 'delete', label: t('account.delete.do'), danger: true },
            ],
            onClick: ({ key }) => setOpen(opened.find((each) => each === key) ?? null),
          }}
        >
          <Button icon={<Ellipsis size={14} />} aria-label={t('account.more')} />
        </Dropdown>
      </PageHead>
      {isArchived && (
        <div className={styles.archived}>
          {t('account.archived')}
          <Button size="small" onClick={() => restore({ id: account.id })}>
            {t('account.restore')}
          </Button>
        </div>
      )}
      {open === 'form' && (
        <AccountForm
          facts={account}
          title={account.name}
          saveLabel={t('app.save')}
          isSaving={edit.isPending}
          onSave={(facts, custom) => edit.mutate({ id: account.id, facts, custom })}
          onClose={close}
        />
      )}
      {open === 'merge' && <MergeDialog accountId={account.id} otherId={null} onClose={close} />}
      {open === 'delete' && <DeleteDialog id={account.id} name={account.name} onClose={close} />}
      {open === 'archive' && <ArchiveDialog id={account.id} name={account.name} onClose={close} />}
      {open === 'history' && (
        <RecordHistory
          table="account"
          id={account.id}
          accountId={account.id}
          title={account.name}
          onClose={close}
        />
      )}
    </>
  );
}
