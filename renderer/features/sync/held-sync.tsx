import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProseField } from '../../ui/prose-field.tsx';
import { AgendaLines } from './agenda-lines.tsx';
import { FollowUps } from './follow-ups.tsx';
import styles from './sync-page.module.css';

/** One talk: its agenda as it was on the day, what was decided on each topic, and who does what next. */
export function HeldSync({ id }: { id: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: sync, error } = useQuery(api.sync.get.queryOptions({ id }));
  const { mutate: edit } = useMutation(api.sync.edit.mutationOptions());
  const { mutate: decide } = useMutation(api.sync.decide.mutationOptions());
  const { mutate: remove } = useMutation(
    api.sync.remove.mutationOptions({
      onSuccess: () => notify({ text: t('sync.deleted'), canUndo: true }),
    }),
  );
  if (error) return <EmptyState title={t('app.notFound.title')}>{failureText(error, t)}</EmptyState>;
  if (!sync) return null;
  return (
    <>
      <Card
        title={t('sync.of', { date: sync.heldOn })}
        action={
          <Button
            size="small"
            type="text"
            danger
            onClick={() => {
              void navigate('/handoffs/sync');
              remove({ id });
            }}
          >
            {t('sync.delete')}
          </Button>
        }
      >
        <div className={styles.facts}>
          <div>
            <label htmlFor="sync-held-on">{t('sync.heldOn')}</label>
            <DateInput
              id="sync-held-on"
              value={sync.heldOn}
              allowClear={false}
              onChange={(heldOn) => heldOn && edit({ id, heldOn })}
            />
          </div>
          <ProseField
            label={t('sync.attendees')}
            value={sync.attendees}
            onSave={(attendees) => edit({ id, attendees })}
          />
        </div>
        <AgendaLines
          topics={sync.lines}
          below={({ id: lineId, accountName, subject, decision }) => (
            <ProseField
              label={t('sync.decision', { topic: accountName ?? subject ?? '' })}
              value={decision}
              onSave={(text) => decide({ id: lineId, decision: text })}
            />
          )}
        />
        <NewTopic id={id} />
      </Card>
      <FollowUps sync={sync} />
      <Card title={t('sync.notes')}>
        <ProseField
          label={t('sync.notesOf')}
          rows={3}
          value={sync.notes}
          onSave={(notes) => edit({ id, notes })}
        />
      </Card>
    </>
  );
}

function NewTopic({ id }: { id: number }) {
  const { t } = useTranslation();
  const [subject, setSubject] = useState('');
  const { mutate: add } = useMutation(api.sync.add.mutationOptions({ onSuccess: () => setSubject('') }));
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (subject.trim() !== '') add({ id, subject });
      }}
    >
      <Input
        value={subject}
        maxLength={200}
        placeholder={t('sync.ownTopic')}
        aria-label={t('sync.ownTopic')}
        onChange={({ target }) => setSubject(target.value)}
      />
      <Button htmlType="submit" disabled={subject.trim() === ''}>
        {t('sync.addTopic')}
      </Button>
    </form>
  );
}
