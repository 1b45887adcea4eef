import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { useSlice } from '../../lib/slice.ts';
import { BulkBar } from '../../ui/grid/bulk-bar.tsx';
import { ValueButton } from '../../ui/value-button.tsx';
import { useAccountView } from './account-view.ts';
import { BulkTaskDialog } from './bulk-task-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { useAccountPatch } from './use-account-patch.ts';

const none: readonly string[] = [];

/** What the book does with the chosen accounts at once: whose they are, where they belong, a task for each, archive, merge. */
export function AccountBulk() {
  const { t } = useTranslation();
  const { chosen } = useAccountView();
  const { schemes } = useSlice();
  const { data: choices } = useQuery(api.account.choices.queryOptions());
  const [open, setOpen] = useState<'task' | 'merge' | null>(null);
  const ids = [...chosen].map(Number);
  const patch = useAccountPatch();
  const clear = () => useAccountView.setState({ chosen: new Set() });
  const { mutate: archive } = useMutation(
    api.account.archiveMany.mutationOptions({
      onSuccess: () => {
        notify({ text: t('account.bulk.archived', { count: ids.length }), canUndo: true });
        clear();
      },
    }),
  );
  const known = (name: 'owner' | 'tier') => (choices?.[name] ?? none).filter((value) => value !== null);
  return (
    <>
      <BulkBar count={ids.length} onClear={clear}>
        {(['owner', 'tier'] as const).map((name) => (
          <ValueButton
            key={name}
            label={t(`account.field.${name}`)}
            placeholder={t('account.bulk.value')}
            choices={known(name)}
            onValue={(value) => patch(ids, { facts: { [name]: value } })}
          />
        ))}
        <Dropdown
          trigger={['click']}
          menu={{
            items: schemes.map(({ id: schemeId, name, segments }) => ({
              key: String(schemeId),
              label: name,
              children: [
                ...segments.map(({ id, name: label }) => ({ id, label })),
                { id: null, label: t('segment.noSegment') },
              ].map(({ id: segmentId, label }) => ({
                key: `${schemeId}-${segmentId}`,
                label,
                onClick: () => patch(ids, { segments: [{ schemeId, segmentId }] }),
              })),
            })),
          }}
        >
          <Button size="small" disabled={schemes.length === 0}>
            {t('account.bulk.segment')} <ChevronDown size={12} aria-hidden />
          </Button>
        </Dropdown>
        <ValueButton
          label={t('account.bulk.addTag')}
          placeholder={t('account.bulk.tag')}
          choices={choices?.tags ?? none}
          onValue={(tag) => patch(ids, { addTags: [tag] })}
        />
        <ValueButton
          label={t('account.bulk.removeTag')}
          placeholder={t('account.bulk.tag')}
          choices={choices?.tags ?? none}
          onValue={(tag) => patch(ids, { removeTags: [tag] })}
        />
        <Button size="small" onClick={() => setOpen('task')}>
          {t('account.bulk.task')}
        </Button>
        {ids.length === 2 && (
          <Button size="small" onClick={() => setOpen('merge')}>
            {t('account.merge.do')}
          </Button>
        )}
        <Button size="small" danger onClick={() => archive({ ids })}>
          {t('account.archive.confirm')}
        </Button>
      </BulkBar>
      {open === 'task' && <BulkTaskDialog accountIds={ids} onClose={() => setOpen(null)} />}
      {open === 'merge' && (
        <MergeDialog accountId={ids[0] ?? 0} otherId={ids[1] ?? null} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
