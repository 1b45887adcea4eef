import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown, Input } from 'antd';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scheme } from '../../../db/segment/scheme-query.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { PlacementList } from './placement-list.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { SchemeDialog } from './scheme-dialog.tsx';
import styles from './scheme-view.module.css';
import { SegmentTable } from './segment-table.tsx';

/** One scheme: its segments in order, and below them every account with its place. */
export function SchemeView({ scheme, currency }: { scheme: Scheme; currency: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'edit' | 'plan' | null>(null);
  const [name, setName] = useState('');
  const create = useMutation(api.segment.create.mutationOptions({ onSuccess: () => setName('') }));
  const { mutate: remove } = useMutation(
    api.segment.deleteScheme.mutationOptions({
      onSuccess: () => notify({ text: t('segment.scheme.deleted', { name: scheme.name }), canUndo: true }),
    }),
  );
  const hasRules = scheme.segments.some(({ rule }) => rule !== null);
  const add = () => {
    if (name.trim() !== '') create.mutate({ schemeId: scheme.id, name });
  };
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <h2>{scheme.name}</h2>
        <p className={styles.purpose}>{scheme.purpose ?? t(`segment.kindTeach.${scheme.kind}`)}</p>
        <Button disabled={!hasRules} onClick={() => setOpen('plan')}>
          {t('segment.plan.open')}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'edit', label: t('segment.scheme.edit'), onClick: () => setOpen('edit') },
              {
                key: 'delete',
                label: t('segment.scheme.delete'),
                onClick: () => remove({ id: scheme.id }),
              },
            ],
          }}
        >
          <Button icon={<Ellipsis size={15} />} aria-label={t('segment.scheme.more')} />
        </Dropdown>
      </div>
      <SegmentTable scheme={scheme} currency={currency} />
      <div className={styles.add}>
        <Input
          value={name}
          maxLength={200}
          aria-label={t('segment.add')}
          placeholder={t('segment.addHint')}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={add}
        />
        <Button icon={<Plus size={14} />} loading={create.isPending} onClick={add}>
          {t('segment.add')}
        </Button>
      </div>
      {scheme.segments.length > 0 && <PlacementList scheme={scheme} currency={currency} />}
      {open === 'edit' && <SchemeDialog scheme={scheme} onClose={() => setOpen(null)} />}
      {open === 'plan' && <PlanDialog scheme={scheme} onClose={() => setOpen(null)} />}
    </div>
  );
}
