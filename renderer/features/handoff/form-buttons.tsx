import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { FileDown, FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { tell } from '../../lib/notices.ts';
import { upload } from '../../lib/upload.ts';
import { FormDialog } from './form-dialog.tsx';
import type { Handoff } from './handoff-type.ts';

/** The way out and back for sales who have nothing but Excel: the form is written, and one that came back is compared. */
export function FormButtons({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const chooser = useRef<HTMLInputElement>(null);
  const [uploaded, setUploaded] = useState<string | null>(null);
  const { mutate: exportForm } = useMutation(
    api.handoff.exportForm.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => tell({ text: t('handoff.form.saved', { path }) }),
    }),
  );

  async function save(): Promise<void> {
    const name = await client.handoff.formName.query({ id: handoff.id, language });
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

  return (
    <>
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
