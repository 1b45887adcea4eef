import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ArrowLeft, Ellipsis, Pencil } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Account } from '../../../db/account/query.ts';
import type { AccountNeighbours } from '../../../db/account/section-query.ts';
import { AccountHealthChip } from '../../lib/account-health-chip.tsx';
import { api } from '../../lib/api.ts';
import { useAreas } from '../../lib/area.ts';
import { openCapture } from '../../lib/capture.ts';
import { failureText } from '../../lib/failure.ts';
import { notify } from '../../lib/notices.ts';
import { usePageKeys } from '../../lib/page-keys.ts';
import { remember } from '../../lib/recent.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { AccountForm } from './account-form.tsx';
import styles from './account-page.module.css';
import { type AccountSection, type AccountTab, accountTabs } from './account-section.ts';
import { AccountStrip } from './account-strip.tsx';
import { AccountTabs } from './account-tabs.tsx';
import { ArchiveDialog } from './archive-dialog.tsx';
import { CardMenu } from './card-menu.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NeighbourKeys } from './neighbour-keys.tsx';
import { NoteBox } from './note-box.tsx';
import { RecordHistory } from './record-history.tsx';
import { SetUpCard } from './set-up-card.tsx';
import { useNeighbours } from './use-neighbours.ts';

/** Everything about one account, a tab at a time. `sections` are its parts, `actions` what other features can do with it. */
export function AccountPage({
  sections,
  actions,
}: {
  sections: readonly AccountSection[];
  actions?: (accountId: number) => ReactNode;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = Number(useParams().id);
  const { hash } = useLocation();
  const [search, setSearch] = useSearchParams();
  const { isOn } = useAreas();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: account, error } = useQuery(api.account.get.queryOptions({ id }));
  const { data: counts } = useQuery(api.account.counts.queryOptions({ id }));
  const neighbours = useNeighbours(id);
  const [asksNote, setAsksNote] = useState(hash === '#note');
  const tab = accountTabs.find((each) => each === search.get('tab')) ?? 'overview';
  const goTo = (next: AccountTab) =>
    setSearch(next === 'overview' ? {} : { tab: next }, { replace: true, preventScrollReset: true });
  const toNeighbour = (to: number | null | undefined) =>
    to === null || to === undefined
      ? null
      : () => void navigate({ pathname: `/accounts/${to}`, search: search.toString() });
  usePageKeys(({ key }) => {
    const byNumber = accountTabs[Number(key) - 1];
    if (byNumber) return () => goTo(byNumber);
    if (key === 'j') return toNeighbour(neighbours?.nextId);
    if (key === 'k') return toNeighbour(neighbours?.previousId);
    if (key === 'n')
      return () => {
        if (!hasNoteBox(tab)) goTo('overview');
        setAsksNote(true);
      };
    if (key === 't') return () => openCapture({ accountId: id });
    return key === 'Escape' ? () => void navigate('/accounts') : null;
  });
  const isThere = account !== undefined && status !== undefined && counts !== undefined;
  const { path: book } = status ?? {};
  const name = account?.name;
  useEffect(() => {
    if (book && name !== undefined) remember(book, { path: `/accounts/${id}`, label: name });
  }, [book, id, name]);
  useEffect(() => {
    if (!isThere || !asksNote || !hasNoteBox(tab)) return;
    document.querySelector<HTMLTextAreaElement>('#note textarea')?.focus();
    setAsksNote(false);
  }, [isThere, asksNote, tab]);
  if (error && !account)
    return (
      <EmptyState
        title={t('app.notFound.title')}
        action={<Link to="/accounts">{t('app.notFound.back')}</Link>}
      >
        {failureText(error, t)}
      </EmptyState>
    );
  if (!account || !status || !counts) return null;
  const { today, settings } = status;
  const shown = sections.filter(
    ({ area, tabs, place, counts: of }) =>
      (area === undefined || isOn(area)) &&
      (place === 'strip' || tabs.includes(tab)) &&
      (tab !== 'overview' || of === undefined || counts[of] > 0),
  );
  const at = (place: AccountSection['place']) =>
    shown
      .filter((section) => section.place === place)
      .map(({ key, Component }) => <Component key={key} accountId={id} />);
  return (
    <>
      <AccountHead account={account} actions={actions?.(id)} neighbours={neighbours} />
      <AccountStrip account={account} today={today} currency={settings.base_currency}>
        {at('strip')}
      </AccountStrip>
      <AccountTabs tab={tab} counts={counts} onTab={goTo} />
      <div className={styles.body} key={id} role="tabpanel" aria-label={t(`account.tab.${tab}`)}>
        {hasNoteBox(tab) && <NoteBox accountId={id} today={today} />}
        {at('lead')}
        <div className={styles.columns}>
          <div className={styles.column}>{at('main')}</div>
          <div className={styles.column}>
            {at('aside')}
            {tab === 'overview' && <SetUpCard counts={counts} onTab={goTo} />}
          </div>
        </div>
      </div>
    </>
  );
}

/** What just happened is written down where it is read. */
function hasNoteBox(tab: AccountTab): boolean {
  return tab === 'overview' || tab === 'timeline';
}

type Open = 'form' | 'archive' | 'history' | 'merge' | 'delete' | null;

const opened = ['history', 'merge', 'archive', 'delete'] as const;

function AccountHead({
  account,
  actions,
  neighbours,
}: {
  account: Account;
  actions: ReactNode;
  neighbours: AccountNeighbours | null | undefined;
}) {
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
          <>
            <AccountHealthChip accountId={account.id} />
            <span className={styles.kind}>
              {[account.industry, account.region, account.tier && t('account.tierOf', { tier: account.tier })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        }
      >
        {neighbours && <NeighbourKeys neighbours={neighbours} />}
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
