import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp, FollowUpKind } from '../../../../db/handoff/follow-up-type.ts';
import { api } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { notify } from '../../../lib/notices.ts';
import { Chip } from '../../../ui/chip.tsx';
import type { Handoff } from '../handoff-type.ts';
import styles from './follow-up-dialog.module.css';

const kinds: readonly FollowUpKind[] = [
  'account',
  'contact',
  'contract',
  'success-definition',
  'goal',
  'value-point',
  'milestones',
  'commitment',
  'task',
];

/** What the answers bring into the book: shown first, each with a tick, taken back with one undo. */
export function FollowUpDialog({ handoff, onClose }: { handoff: Handoff; onClose: () => void }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { data } = useQuery(api.handoff.followUp.preview.queryOptions({ id: handoff.id, language }));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const lineOf = useDescription();
  const { mutate: create, isPending } = useMutation(
    api.handoff.followUp.create.mutationOptions({
      onSuccess: ({ created }) => {
        notify({ text: t('handoff.followUp.done', { count: created }), canUndo: true });
        onClose();
      },
    }),
  );
  if (!data) return null;
  const chosen = data.filter(({ key, exists }) => !exists && !left.has(key));
  const toggle = (key: string, taken: boolean) => {
    const next = new Set(left);
    if (taken) next.delete(key);
    else next.add(key);
    setLeft(next);
  };
  return (
    <Modal
      open
      width={720}
      title={t('handoff.followUp.title', { account: handoff.accountName })}
      okText={t('handoff.followUp.do', { count: chosen.length })}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: chosen.length === 0 }}
      confirmLoading={isPending}
      onOk={() => create({ id: handoff.id, language, keys: chosen.map(({ key }) => key) })}
      onCancel={onClose}
    >
      <p className={styles.teach}>{t('handoff.followUp.teach')}</p>
      <div className={styles.kinds}>
        {kinds.map((kind) => {
          const rows = data.filter((each) => each.kind === kind);
          return (
            rows.length > 0 && (
              <section key={kind} aria-label={t(`handoff.followUp.kind.${kind}`)}>
                <h3>{t(`handoff.followUp.kind.${kind}`)}</h3>
                {rows.map((row) => (
                  <div key={row.key} className={styles.row}>
                    <Checkbox
                      checked={!row.exists && !left.has(row.key)}
                      disabled={row.exists}
                      onChange={({ target }) => toggle(row.key, target.checked)}
                    >
                      {lineOf(row)}
                    </Checkbox>
                    {row.exists && <Chip>{t('handoff.followUp.exists')}</Chip>}
                  </div>
                ))}
              </section>
            )
          );
        })}
      </div>
    </Modal>
  );
}

/** One line that says what would be written. */
function useDescription(): (followUp: FollowUp) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const joined = (parts: readonly (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ');
  return (followUp) => {
    switch (followUp.kind) {
      case 'account':
        return followUp.changes.length === 0
          ? t('handoff.followUp.nothingEmpty')
          : joined(
              followUp.changes.map(({ field, value }) => {
                const label = t(`account.field.${field}`);
                if (field === 'status') return `${label}: ${t('account.choice.status.active')}`;
                if (field === 'size' && (value === 'small' || value === 'mid' || value === 'large'))
                  return `${label}: ${t(`account.choice.size.${value}`)}`;
                return `${label}: ${value}`;
              }),
            );
      case 'contact': {
        const { name, title, role, email, phone } = followUp.contact;
        return joined([name, title, t(`contact.choice.role.${role}`), email, phone]);
      }
      case 'contract': {
        const { product, amount, startOn, endOn } = followUp.contract;
        return joined([product, format.exactMoney(amount), `${startOn} – ${endOn ?? ''}`]);
      }
      case 'success-definition':
        return followUp.words.definition;
      case 'goal': {
        const { metric, baseline, target, unit, dueOn } = followUp.goal;
        const figure = (value: number | null) => (value === null ? '?' : `${format.number(value)}${unit}`);
        return joined([metric, `${figure(baseline)} → ${figure(target)}`, dueOn]);
      }
      case 'value-point':
        return followUp.name;
      case 'milestones':
        return t('handoff.followUp.milestones', { count: followUp.count });
      case 'commitment':
        return joined([followUp.commitment.text, followUp.commitment.dueOn]);
      case 'task':
        return joined([t(`handoff.followUp.task.${followUp.task}`), followUp.dueOn]);
    }
  };
}
