import { useQuery } from '@tanstack/react-query';
import type { MenuProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AccountLine } from '../../../db/account/list-query.ts';
import { api } from '../../lib/api.ts';
import { openCapture } from '../../lib/capture.ts';
import { useAccountView } from './account-view.ts';
import { ArchiveDialog } from './archive-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { useAccountPatch } from './use-account-patch.ts';

type Asked = { readonly what: 'merge' | 'archive' | 'delete'; readonly row: AccountLine };

/**
 * What a right click on an account offers, and the dialogs it leads to. On one of several chosen accounts, owner, tier and
 * tags are those of all of them.
 */
export function useAccountMenu(): { menu: (row: AccountLine) => MenuProps['items']; dialog: ReactNode } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { chosen } = useAccountView();
  const { data: choices } = useQuery(api.account.choices.queryOptions());
  const [asked, setAsked] = useState<Asked | null>(null);
  const patch = useAccountPatch();
  const menu = (row: AccountLine): MenuProps['items'] => {
    const ids = chosen.has(String(row.id)) ? [...chosen].map(Number) : [row.id];
    const values = (name: 'owner' | 'tier') =>
      (choices?.[name] ?? []).map((value) => ({
        key: `${name}-${value}`,
        label: `${row[name] === value ? '✓ ' : ''}${value ?? t('account.list.notSet')}`,
        onClick: () => patch(ids, { facts: { [name]: value } }),
      }));
    return [
      {
        key: 'log',
        label: t('account.menu.log'),
        onClick: () => void navigate(`/accounts/${row.id}#note`),
      },
      { key: 'task', label: t('account.menu.task'), onClick: () => openCapture({ accountId: row.id }) },
      { type: 'divider' },
      ...(ids.length > 1
        ? [{ key: 'all', type: 'group' as const, label: t('account.menu.forChosen', { count: ids.length }) }]
        : []),
      { key: 'owner', label: t('account.field.owner'), children: values('owner') },
      { key: 'tier', label: t('account.field.tier'), children: values('tier') },
      {
        key: 'tags',
        label: t('account.field.tags'),
        disabled: (choices?.tags.length ?? 0) === 0,
        children: (choices?.tags ?? []).map((tag) => ({
          key: `tag-${tag}`,
          label: `${row.tags.includes(tag) ? '✓ ' : ''}${tag}`,
          onClick: () => patch(ids, row.tags.includes(tag) ? { removeTags: [tag] } : { addTags: [tag] }),
        })),
      },
      { type: 'divider' },
      ...(['merge', 'archive', 'delete'] as const).map((what) => ({
        key: what,
        label: t(`account.${what}.do`),
        danger: what === 'delete',
        onClick: () => setAsked({ what, row }),
      })),
    ];
  };
  const close = () => setAsked(null);
  const dialog = asked && (
    <>
      {asked.what === 'merge' && <MergeDialog accountId={asked.row.id} otherId={null} onClose={close} />}
      {asked.what === 'archive' && <ArchiveDialog id={asked.row.id} name={asked.row.name} onClose={close} />}
      {asked.what === 'delete' && <DeleteDialog id={asked.row.id} name={asked.row.name} onClose={close} />}
    </>
  );
  return { menu, dialog };
}
