import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MilestoneTemplate, TemplateLine } from '../../../db/milestone/template-query.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { Chip } from '../../ui/chip.tsx';
import { LineDialog } from './line-dialog.tsx';
import styles from './template-page.module.css';
import { useMilestoneWords } from './use-milestone-words.ts';

/** The steps of a template in their order: what, by which channel, and when. */
export function TemplateLines({ template }: { template: MilestoneTemplate }) {
  const { t } = useTranslation();
  const { titleOf, whenText } = useMilestoneWords();
  const [edited, setEdited] = useState<TemplateLine | 'new' | null>(null);
  const { mutate: reorder } = useMutation(api.milestone.template.reorder.mutationOptions());
  const { mutate: remove } = useMutation(
    api.milestone.template.deleteLine.mutationOptions({
      onSuccess: () => notify({ text: t('milestone.template.stepDeleted'), canUndo: true }),
    }),
  );
  const { id: templateId, lines } = template;
  const move = (at: number, by: -1 | 1) => {
    const lineIds = lines.map(({ id }) => id);
    const [moved] = lineIds.splice(at, 1);
    if (moved !== undefined) lineIds.splice(at + by, 0, moved);
    reorder({ templateId, lineIds });
  };
  return (
    <div className={styles.lines}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.step}>
              {t('milestone.template.step')}
            </th>
            <th scope="col">{t('milestone.template.channel')}</th>
            <th scope="col">{t('milestone.template.when')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('milestone.template.order')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => {
            const title = titleOf(line);
            return (
              <tr key={line.id}>
                <th scope="row" className={styles.step}>
                  <span className={styles.stepLine}>
                    <button
                      type="button"
                      className={styles.stepName}
                      title={title}
                      onClick={() => setEdited(line)}
                    >
                      {title}
                    </button>
                    {line.isFirstValue && <Chip tone="accent">{t('milestone.firstValue')}</Chip>}
                  </span>
                </th>
                <td>
                  {line.kind === 'touchpoint' ? (
                    <Chip>
                      {line.channel ? t(`milestone.channel.${line.channel}`) : t('milestone.kind.touchpoint')}
                    </Chip>
                  ) : (
                    t('milestone.kind.milestone')
                  )}
                </td>
                <td>{whenText(line)}</td>
                <td className={styles.order}>
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowUp size={13} aria-hidden />}
                    aria-label={t('milestone.template.moveUp', { title })}
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowDown size={13} aria-hidden />}
                    aria-label={t('milestone.template.moveDown', { title })}
                    disabled={at === lines.length - 1}
                    onClick={() => move(at, 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<X size={13} aria-hidden />}
                    aria-label={t('milestone.deleteIt', { title })}
                    onClick={() => remove({ templateId, id: line.id })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.foot}>
        <Button size="small" icon={<Plus size={12} aria-hidden />} onClick={() => setEdited('new')}>
          {t('milestone.template.addStep')}
        </Button>
        {t('milestone.template.fromNowOn')}
      </p>
      {edited && (
        <LineDialog
          templateId={templateId}
          line={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
