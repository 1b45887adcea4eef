import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Database, FileDown, FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUndecided } from '../../../db/domain/handoff-state.ts';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { tell } from '../../lib/notices.ts';
import { upload } from '../../lib/upload.ts';
import { CrmDialog } from './crm-dialog.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { Handoff } from './handoff-type.ts';

/** The way out and back for sales who have nothing but Excel: the form is written, and one that came back is compared. */
export function FormButtons({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const chooser = useRef<HTMLInputElement>(null);
  const [uploaded, setUploaded] = useState<string | null>(null);
  const crmChooser = useRef<HTMLInputElement>(null);
  const [crmUploads, setCrmUploads] = useState<readonly string[] | null>(null);
  const { mutate: exportForm } = useMutation(
    api.handoffForm.export.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => tell({ text: t('handoff.form.saved', { path }) }),
    }),
  );

  async function save(): Promise<void> {
    const name = await client.handoffForm.name.query({ id: handoff.id, language });
    const path = await desktop.chooseDestination(name);
    if (path) exportForm({ id: handoff.id, language, path });
  }

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      setUploaded(await upload(file, 'import'));
    } catch (error) {
      tell({ failure: error });
    }
  }

  async function takeCrm(files: readonly File[]): Promise<void> {
    try {
      if (files.length > 0) setCrmUploads(await Promise.all(files.map((file) => upload(file, 'import'))));
    } catch (error) {
      tell({ failure: error });
    }
  }

  return (
    <>
      {isUndecided(handoff.state) && (
        <Button
          icon={<Database size={14} />}
          title={t('handoff.crm.choose')}
          aria-label={t('handoff.crm.button')}
          onClick={() => crmChooser.current?.click()}
        >
          {/* While it is decided, the deciding buttons need the room. */}
          {handoff.state !== 'submitted' && t('handoff.crm.button')}
        </Button>
      )}
      <input
        ref={crmChooser}
        type="file"
        hidden
        multiple
        accept=".csv,.txt,.xlsx"
        aria-label={t('handoff.crm.choose')}
        onChange={({ target }) => {
          void takeCrm([...(target.files ?? [])]);
          target.value = ''; // the same files again are a new choice
        }}
      />
      {crmUploads && <CrmDialog handoff={handoff} uploads={crmUploads} onClose={() => setCrmUploads(null)} />}
      <Button icon={<FileDown size={14} />} onClick={() => void save()}>
        {t('handoff.form.export')}
      </Button>
      <Button icon={<FileUp size={14} />} onClick={() => chooser.current?.click()}>
        {t('handoff.form.import')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx"
        aria-label={t('handoff.form.import')}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = ''; // the same file again is a new choice
        }}
      />
      {uploaded && <FormDialog handoff={handoff} upload={uploaded} onClose={() => setUploaded(null)} />}
    </>
  );
}
