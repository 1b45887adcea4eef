import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../../db/custom-field/query.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import styles from './custom-field-card.module.css';
import { CustomFieldDialog } from './custom-field-dialog.tsx';

/** The fields the user added to accounts: their order, their names, and which are in use. */
export function CustomFieldCard() {
  const { t } = useTranslation();
  const { data: fields = [] } = useQuery(api.customField.list.queryOptions());
  const { mutate: reorder } = useMutation(api.customField.reorder.mutationOptions());
  const { mutate: retire } = useMutation(api.customField.retire.mutationOptions());
  const { mutate: restore } = useMutation(api.customField.restore.mutationOptions());
  const [open, setOpen] = useState<CustomField | 'new' | null>(null);
  const live = fields.filter(({ isRetired }) => !isRetired);
  const retired = fields.filter(({ isRetired }) => isRetired);
  const move = (at: number, by: -1 | 1) => {
    const ids = live.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved !== undefined) ids.splice(at + by, 0, moved);
    reorder({ ids: [...ids, ...retired.map(({ id }) => id)] });
  };
  const takeOut = ({ id, name }: CustomField) =>
    retire(
      { id },
      { onSuccess: () => notify({ text: t('customField.retiredNow', { name }), canUndo: true }) },
    );
  return (
    <Card title={t('customField.title')} beside={t('customField.teach')}>
      <table className={styles.table}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('customField.name')}</th>
            <th scope="col">{t('customField.kind')}</th>
            <th scope="col">{t('customField.used')}</th>
            <th scope="col">{t('customField.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {live.map((field, at) => (
            <tr key={field.id}>
              <th scope="row">{field.name}</th>
              <td className={styles.kind}>{t(`customField.kindOf.${field.kind}`)}</td>
              <td className={styles.used}>{t('customField.usedBy', { count: field.used })}</td>
              <td className={styles.actions}>
                <Button
                  size="small"
                  type="text"
                  disabled={at === 0}
                  icon={<ArrowUp size={13} aria-hidden />}
                  aria-label={t('segment.moveUp', { name: field.name })}
                  onClick={() => move(at, -1)}
                />
                <Button
                  size="small"
                  type="text"
                  disabled={at === live.length - 1}
                  icon={<ArrowDown size={13} aria-hidden />}
                  aria-label={t('segment.moveDown', { name: field.name })}
                  onClick={() => move(at, 1)}
                />
                <Button
                  size="small"
                  aria-label={t('customField.editIt', { name: field.name })}
                  onClick={() => setOpen(field)}
                >
                  {t('customField.edit')}
                </Button>
                <Button
                  size="small"
                  aria-label={t('customField.retireIt', { name: field.name })}
                  onClick={() => takeOut(field)}
                >
                  {t('customField.retire')}
                </Button>
              </td>
            </tr>
          ))}
          {retired.map((field) => (
            <tr key={field.id} className={styles.retired}>
              <th scope="row">{field.name}</th>
              <td className={styles.kind}>{t('customField.retired')}</td>
              <td className={styles.used}>{t('customField.usedBy', { count: field.used })}</td>
              <td className={styles.actions}>
                <Button
                  size="small"
                  aria-label={t('customField.restoreIt', { name: field.name })}
                  onClick={() => restore({ id: field.id })}
                >
                  {t('customField.restore')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button icon={<Plus size={14} />} onClick={() => setOpen('new')}>
        {t('customField.add')}
      </Button>
      {open && <CustomFieldDialog field={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  );
}
