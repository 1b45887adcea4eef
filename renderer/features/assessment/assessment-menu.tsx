import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Audience } from '../../../db/types/audience.ts';
import type { Language } from '../../../db/types/language.ts';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { notify } from '../../lib/notices.ts';
import { useExport } from '../../lib/running-export.ts';
import { bothAudiences, VersionMenu } from '../../lib/version-menu.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import { EditAssessmentDialog } from './edit-assessment-dialog.tsx';
import { reportAddress } from './report-page.tsx';

const forms = ['workbook', 'deck'] as const;

/** What can be done with an assessment as a whole. */
export function AssessmentMenu({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isEditing, setEditing] = useState(false);
  const { id, finishedOn } = assessment;
  const toWorkshop = () => void navigate(`/assessments/${id}/workshop`);
  const { mutate: reopen } = useMutation(api.assessment.reopen.mutationOptions({ onSuccess: toWorkshop }));
  const { mutate: remove } = useMutation(
    api.assessment.remove.mutationOptions({
      onSuccess: () => {
        notify({ text: t('assessment.deleted'), canUndo: true });
        void navigate('/assessments');
      },
    }),
  );
  const { mutate: write } = useMutation(
    api.assessment.export.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: ({ job, files: [path = ''] }) => useExport.setState({ running: { job, path } }),
    }),
  );
  const against = assessment.compared?.id;
  const which = against === undefined ? { id } : { id, against };
  const save = async (form: (typeof forms)[number], audience: Audience, wanted: Language[]) => {
    const [language = 'en'] = wanted;
    const name = await client.assessment.fileName.query({ ...which, form, audience, language });
    const path = await desktop.chooseDestination(name);
    if (path) write({ ...which, form, audience, languages: wanted, path });
  };
  const actions = {
    edit: () => setEditing(true),
    reopen: () => reopen({ id }),
    remove: () => remove({ id }),
  };
  const offered = (['edit', ...(finishedOn === null ? [] : ['reopen' as const]), 'remove'] as const).map(
    (key) => ({ key, label: t(`assessment.menu.${key}`), onClick: actions[key] }),
  );
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: [...offered] }}>
        <Button icon={<ChevronDown size={14} />} iconPlacement="end">
          {t('assessment.menu.label')}
        </Button>
      </Dropdown>
      <VersionMenu
        forms={[
          {
            key: 'paper',
            label: t('assessment.report.title'),
            audiences: bothAudiences,
            both: t('qbr.bothTogether'),
            onChoose: (audience, wanted) => void navigate(reportAddress(id, { audience, wanted, against })),
          },
          ...forms.map((form) => ({
            key: form,
            label: t(`qbr.form.${form}`),
            audiences: bothAudiences,
            both: t('qbr.bothLanguages'),
            onChoose: (audience: Audience, wanted: Language[]) => void save(form, audience, wanted),
          })),
        ]}
      />
      {finishedOn === null && (
        <Button type="primary" onClick={toWorkshop}>
          {t('assessment.resume')}
        </Button>
      )}
      {isEditing && <EditAssessmentDialog assessment={assessment} onClose={() => setEditing(false)} />}
    </>
  );
}
