import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { tell } from '../../lib/notices.ts';
import type { ShownAssessment } from './assessment-type.ts';
import { EditAssessmentDialog } from './edit-assessment-dialog.tsx';

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
        tell({ text: t('assessment.deleted'), canUndo: true });
        void navigate('/assessments');
      },
    }),
  );
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
      {finishedOn === null && (
        <Button type="primary" onClick={toWorkshop}>
          {t('assessment.resume')}
        </Button>
      )}
      {isEditing && <EditAssessmentDialog assessment={assessment} onClose={() => setEditing(false)} />}
    </>
  );
}
