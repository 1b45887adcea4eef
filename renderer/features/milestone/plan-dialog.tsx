import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { Due } from '../../lib/due.tsx';
import { notify } from '../../lib/notices.ts';
import { Chip } from '../../ui/chip.tsx';
import styles from './plan-dialog.module.css';
import { useMilestoneWords } from './use-milestone-words.ts';

/** What planning from a template would create, line by line, before anything is; steps of a stage that is over stay out. */
export function PlanDialog({ accountId, onClose }: { accountId: number; onClose: () => void }) {
  const { data: templates } = useQuery(api.milestone.template.list.queryOptions());
  const { data: chosen } = useQuery(api.milestone.templateOf.queryOptions({ accountId }));
  if (!templates || chosen === undefined) return null;
  const first = chosen?.templateId ?? templates[0]?.id ?? null;
  return (
    <Plan
      accountId={accountId}
      templates={templates}
      first={first}
      segment={chosen?.segment ?? null}
      onClose={onClose}
    />
  );
}

function Plan({
  accountId,
  templates,
  first,
  segment,
  onClose,
}: {
  accountId: number;
  templates: readonly { id: number; name: string; nameZh: string | null }[];
  first: number | null;
  segment: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { titleOf, templateName, whenText } = useMilestoneWords();
  const [templateId, setTemplateId] = useState(first);
  /** What the user ticked otherwise than proposed, by position. */
  const [ticked, setTicked] = useState<Readonly<Record<number, boolean>>>({});
  const { data } = useQuery(api.milestone.preview.queryOptions({ accountId, templateId }));
  const { mutate: plan, isPending } = useMutation(
    api.milestone.plan.mutationOptions({
      onSuccess: ({ added }) => {
        onClose();
        notify({ text: t('milestone.planned', { count: added }), canUndo: added > 0 });
      },
    }),
  );
  const lines = data?.lines ?? [];
  const isMeant = ({ position, state }: (typeof lines)[number]) =>
    state !== 'planned' && (ticked[position] ?? state === 'open');
  const positions = lines.filter(isMeant).map(({ position }) => position);
  return (
    <Modal
      open
      width={640}
      title={t('milestone.planDialog.title')}
      okText={t('milestone.planDialog.create', { count: positions.length })}
      okButtonProps={{ disabled: positions.length === 0 }}
      cancelText={t('app.cancel')}
      confirmLoading={isPending}
      onOk={() => plan({ accountId, templateId, positions })}
      onCancel={onClose}
    >
      <p className={styles.head}>
        {templates.length > 0 && (
          <Select<number>
            aria-label={t('milestone.planDialog.template')}
            className={styles.template ?? ''}
            value={templateId}
            options={templates.map((template) => ({ value: template.id, label: templateName(template) }))}
            onChange={(id) => {
              setTemplateId(id);
              setTicked({});
            }}
          />
        )}
        <span className={styles.quiet}>
          {segment !== null && templateId === first
            ? t('milestone.planDialog.ofSegment', { segment })
            : templates.length === 0
              ? t('milestone.planDialog.standard')
              : t('milestone.planDialog.free')}
        </span>
        {templates.length > 0 && (
          <Link to={`/lifecycle/templates?template=${templateId}`}>{t('milestone.planDialog.edit')}</Link>
        )}
      </p>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.position} className={styles.line}>
            <Checkbox
              checked={line.state === 'planned' || isMeant(line)}
              disabled={line.state === 'planned'}
              onChange={({ target }) => setTicked({ ...ticked, [line.position]: target.checked })}
            >
              {titleOf(line)}
            </Checkbox>
            {line.isFirstValue && <Chip tone="accent">{t('milestone.firstValue')}</Chip>}
            {line.state !== 'open' && (
              <span className={styles.quiet}>{t(`milestone.planDialog.state.${line.state}`)}</span>
            )}
            <span className={styles.day} title={whenText(line)}>
              {line.state !== 'open' ? (
                <span className="tabular">{line.dueOn}</span>
              ) : line.dueOn && data ? (
                <Due on={line.dueOn} today={data.today} />
              ) : (
                t('milestone.noDay')
              )}
            </span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
