import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { notify } from '../../../lib/notices.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import styles from './take-down.module.css';

const kinds = ['decision', 'ours', 'theirs', 'action'] as const;
type Kind = (typeof kinds)[number];

/**
 * One line for what is said in the room: Alt and a digit say what it is, Enter keeps it. The day and the person are understood
 * from the line; our side's owner is the book's.
 */
export function TakeDown({ id, onClose }: { id: number; onClose?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('decision');
  const [line, setLine] = useState('');
  const { data: view } = useQuery(api.qbr.get.queryOptions({ id }));
  const { data: status } = useQuery(api.book.status.queryOptions());
  const accountId = view?.qbr.accountId ?? null;
  const question = api.capture.understand.queryOptions({ line, accountInView: accountId });
  const { data: meaning } = useQuery({ ...question, enabled: line.trim() !== '' && kind !== 'decision' });
  const { mutate: keep } = useMutation({
    mutationFn: (action: () => Promise<unknown>) => action(),
    onSuccess: () => notify({ text: t(`qbr.meeting.kept.${kind}`), canUndo: true }),
  });

  const save = async () => {
    const stated = line.trim();
    if (stated === '' || accountId === null || !status) return;
    const { contact, on, text } = await queries.fetchQuery(question);
    setLine('');
    const source = { noun: 'qbr' as const, id };
    const us = status.settings.owner;
    const due = on !== null && on > status.today ? on : null;
    switch (kind) {
      case 'decision':
        return keep(() => client.qbr.meeting.decide.mutate({ id, decision: stated, decidedBy: contact }));
      case 'action':
        return keep(() =>
          client.task.create.mutate({
            facts: { accountId, title: text.slice(0, 200), owner: us, dueOn: due, interval: null },
            source,
          }),
        );
      case 'ours':
      case 'theirs': {
        const people = kind === 'ours' ? [us, contact] : [contact, us];
        const [promisedBy = null, promisedTo = null] = people;
        const side = kind === 'ours' ? 'us' : 'customer';
        return keep(() =>
          client.commitment.create.mutate({
            accountId,
            source,
            side,
            text,
            promisedBy,
            promisedTo,
            madeOn: status.today,
            dueOn: due,
            comment: null,
          }),
        );
      }
    }
  };
  const understood = kind !== 'decision' && line.trim() !== '' && meaning;
  return (
    <form
      className={styles.form}
      aria-label={t('qbr.meeting.takeDown')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        const chosen = event.altKey ? kinds[Number(event.code.replace('Digit', '')) - 1] : undefined;
        if (chosen) {
          event.preventDefault();
          setKind(chosen);
        } else if (event.key === 'Escape') onClose?.();
      }}
    >
      <div className={styles.row}>
        <Segmented
          label={t('qbr.meeting.what')}
          options={kinds.map((value) => ({ value, label: t(`qbr.meeting.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <span className={styles.hint}>
          <Kbd>Alt 1–4</Kbd> · <Kbd>↵</Kbd> {t('qbr.meeting.keep')}
          {onClose && (
            <>
              {' · '}
              <Kbd>Esc</Kbd> {t('app.close')}
            </>
          )}
        </span>
      </div>
      <div className={styles.row}>
        <Input
          autoFocus
          value={line}
          maxLength={2_000}
          aria-label={t('qbr.meeting.said')}
          placeholder={t(`qbr.meeting.hint.${kind}`)}
          onChange={({ target }) => setLine(target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={line.trim() === ''}>
          {t('qbr.meeting.keep')}
        </Button>
      </div>
      <p className={styles.hint} aria-live="polite">
        {understood &&
          [
            understood.contact,
            understood.on && status && understood.on > status.today
              ? t('qbr.meeting.dueOn', { date: format.longDate(understood.on) })
              : t('qbr.meeting.noDue'),
          ]
            .filter(Boolean)
            .join(' · ')}
      </p>
    </form>
  );
}
