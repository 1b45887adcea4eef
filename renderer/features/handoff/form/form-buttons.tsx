import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Database, FileDown, FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUndecided } from '../../../../db/handoff/state.ts';
import { api, client } from '../../../lib/api.ts';
import { desktop } from '../../../lib/desktop.ts';
import { useFormat } from '../../../lib/format.ts';
import { notify } from '../../../lib/notices.ts';
import { UploadButton } from '../../../lib/upload-button.tsx';
import type { Handoff } from '../handoff-type.ts';
import { CrmDialog } from './crm-dialog.tsx';
import { FormDialog } from './form-dialog.tsx';

/** The way out and back for sales who have nothing but Excel: the form is written, and one that came back is compared. */
export function FormButtons({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [uploaded, setUploaded] = useState<string | null>(null);
  const [crmUploads, setCrmUploads] = useState<readonly string[] | null>(null);
  const { mutate: exportForm } = useMutation(
    api.handoff.form.export.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => notify({ text: t('handoff.form.saved', { path }) }),
    }),
  );

  async function save(): Promise<void> {
    const name = await client.handoff.form.name.query({ id: handoff.id, language });
    const path = await desktop.chooseDestination(name);
    if (path) exportForm({ id: handoff.id, language, path });
  }

  return (
    <>
      {isUndecided(handoff.state) && (
        <UploadButton
          icon={<Database size={14} />}
          title={t('handoff.crm.choose')}
          aria-label={t('handoff.crm.button')}
          label={t('handoff.crm.choose')}
          accept=".csv,.txt,.xlsx"
          takesSeveral
          onUploaded={setCrmUploads}
        >
          {/* While it is decided, the deciding buttons need the room. */}
          {handoff.state !== 'submitted' && t('handoff.crm.button')}
        </UploadButton>
      )}
      {crmUploads && <CrmDialog handoff={handoff} uploads={crmUploads} onClose={() => setCrmUploads(null)} />}
      <Button icon={<FileDown size={14} />} onClick={() => void save()}>
        {t('handoff.form.export')}
      </Button>
      <UploadButton
        icon={<FileUp size={14} />}
        label={t('handoff.form.import')}
        accept=".xlsx"
        onUploaded={([file]) => setUploaded(file ?? null)}
      />
      {uploaded && <FormDialog handoff={handoff} upload={uploaded} onClose={() => setUploaded(null)} />}
    </>
  );
}
