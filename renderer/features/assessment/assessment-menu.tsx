import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { tell } from '../../lib/notices.ts';
import { useExport } from '../../lib/running-export.ts';
import type { ShownAssessment } from './assessment-type.ts';
import { EditAssessmentDialog } from './edit-assessment-dialog.tsx';

/** What can be done with an assessment as a whole. */
export function AssessmentMenu({ assessment }: { assessment: ShownAssessment }) {
  const { language } = useFormat();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isEditing, setEditing] = useState(false);
  const { id, finishedOn } = assessment;
  const toWorkshop = () => void navigate(`/assessments/${id}/workshop`);
  const { mutate: reopen } = useMutation(api.assessment.reopen.mutationOptions({ onSuccess: toWorkshop }));
  const { mutate: remove } = useMutation(
    api.assessment.remove.mutationOptions({
      onSuccess: () => {
        tell({ text: t('assessment.deleted'), canUndo: true });
        void navigate('/assessments');
      },
    }),
  );
  const { mutate: exportTo, isPending: isExporting } = useMutation(
    api.assessment.exportWorkbook.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => tell({ text: t('assessment.file.exported', { path }) }),
    }),
  );
  const exportWorkbook = async () => {
    const against = assessment.compared?.id;
    const choice = against === undefined ? { id, language } : { id, language, against };
    const path = await desktop.chooseDestination(await client.assessment.fileName.query(choice));
    if (path) exportTo({ ...choice, path });
  };
  const { mutate: writeDeck } = useMutation(
    api.assessment.exportDeck.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: ({ job }, { path }) => useExport.setState({ running: { job, path } }),
    }),
  );
  const exportDeck = async () => {
    const against = assessment.compared?.id;
    const choice = against === undefined ? { id, language } : { id, language, against };
    const path = await desktop.chooseDestination(await client.assessment.deckName.query(choice));
    if (path) writeDeck({ ...choice, path });
  };
  const deeds = {
    edit: () => setEditing(true),
    reopen: () => reopen({ id }),
    remove: () => remove({ id }),
  };
  const offered = (['edit', ...(finishedOn === null ? [] : ['reopen' as const]), 'remove'] as const).map(
    (key) => ({ key, label: t(`assessment.menu.${key}`), onClick: deeds[key] }),
  );
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: [...offered] }}>
        <Button icon={<ChevronDown size={14} />} iconPlacement="end">
          {t('assessment.menu.label')}
        </Button>
      </Dropdown>
      <Button loading={isExporting} onClick={() => void exportWorkbook()}>
        {t('assessment.file.export')}
      </Button>
      <Button onClick={() => void exportDeck()}>{t('assessment.file.exportDeck')}</Button>
      {finishedOn === null && (
        <Button type="primary" onClick={toWorkshop}>
          {t('assessment.resume')}
        </Button>
      )}
      {isEditing && <EditAssessmentDialog assessment={assessment} onClose={() => setEditing(false)} />}
    </>
  );
}
