import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NoteFacts } from '../../../db/note/query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api, client } from '../../lib/api.ts';
import { openCapture } from '../../lib/capture.ts';
import { notify } from '../../lib/notices.ts';
import { useAttach } from '../../lib/use-attach.ts';
import styles from './account-page.module.css';
import { NoteForm } from './note-form.tsx';

/**
 * The first line of the page: what just happened. A sentence that names a day is a task as well: it is offered as one, with the
 * day and the person already understood.
 */
export function NoteBox({ accountId, today }: { accountId: number; today: IsoDate }) {
  const { t } = useTranslation();
  const { attach } = useAttach();
  const create = useMutation(api.note.create.mutationOptions());
  const blank: NoteFacts = { kind: 'note', occurredOn: today, body: '', contactId: null };
  const offerTask = async (body: string, noteId: number) => {
    const line = body.split('\n').find((each) => each.trim() !== '') ?? '';
    const { on } = await client.capture.understand.query({
      line: line.slice(0, 2000),
      accountInView: accountId,
    });
    if (on !== null)
      notify({
        text: t('account.note.isTask', { day: on }),
        act: {
          label: t('account.note.makeTask'),
          run: () => openCapture({ line, accountId, source: { noun: 'note', id: noteId } }),
        },
      });
  };
  return (
    <div className={styles.noteBox} id="note">
      <NoteForm
        accountId={accountId}
        facts={blank}
        isSaving={create.isPending}
        onSave={(facts, files) =>
          create.mutate(
            { accountId, facts },
            {
              onSuccess: ({ id }) => {
                if (files.length > 0) void attach({ table: 'note', id }, files);
                void offerTask(facts.body, id);
              },
            },
          )
        }
      />
    </div>
  );
}
