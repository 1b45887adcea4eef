import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { FileUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { UploadButton } from '../../lib/upload-button.tsx';
import { Card } from '../../ui/card.tsx';
import { isSettled } from './answered.ts';
import type { ShownAssessment, ShownRespondent } from './assessment-type.ts';
import { ConsensusTable } from './consensus-table.tsx';
import { QuestionnaireDialog } from './questionnaire-dialog.tsx';
import styles from './respondents-part.module.css';
import tableStyles from './table.module.css';

/** Who answers apart, how far each is, and what is made of their answers. */
export function RespondentsPart({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { respondents, finishedOn } = assessment;
  return (
    <>
      <Card
        title={t('assessment.part.respondents')}
        action={finishedOn === null && <TakeBack assessment={assessment} />}
      >
        {respondents.length === 0 && <p className={styles.teach}>{t('assessment.respondent.teach')}</p>}
        {respondents.length > 0 && (
          <table className={tableStyles.table}>
            <thead>
              <tr>
                <th scope="col">{t('assessment.respondent.name')}</th>
                <th scope="col">{t('assessment.respondent.title')}</th>
                <th scope="col" className={tableStyles.figure}>
                  {t('assessment.answered')}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{t('assessment.menu.label')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {respondents.map((respondent) => (
                <RespondentRow key={respondent.id} assessment={assessment} respondent={respondent} />
              ))}
            </tbody>
          </table>
        )}
        {finishedOn === null && <AddRespondent id={assessment.id} />}
      </Card>
      {respondents.length > 0 && <ConsensusTable assessment={assessment} />}
    </>
  );
}

function RespondentRow({
  assessment: { id, model, finishedOn },
  respondent: { id: respondent, name, title, answers },
}: {
  assessment: ShownAssessment;
  respondent: ShownRespondent;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const { mutate: remove } = useMutation(
    api.assessment.respondent.remove.mutationOptions({
      onSuccess: () => notify({ text: t('assessment.respondent.removed', { name }), canUndo: true }),
    }),
  );
  const { mutate: exportTo } = useMutation(
    api.assessment.respondent.exportQuestionnaire.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => notify({ text: t('assessment.file.exported', { path }) }),
    }),
  );
  const saveQuestionnaire = async () => {
    const whose = { id, respondent, language };
    const path = await desktop.chooseDestination(
      await client.assessment.respondent.questionnaireName.query(whose),
    );
    if (path) exportTo({ ...whose, path });
  };
  const answered = answers.filter(isSettled).length;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{title ?? '–'}</td>
      <td className={tableStyles.figure}>
        {answered} / {indicatorsOf(model).length}
      </td>
      <td>
        {finishedOn === null && (
          <span className={styles.actions}>
            <Button
              size="small"
              aria-label={t('assessment.questionnaire.exportFor', { name })}
              onClick={() => void saveQuestionnaire()}
            >
              {t('assessment.questionnaire.export')}
            </Button>
            <Button
              size="small"
              aria-label={`${answered === 0 ? t('assessment.respondent.answer') : t('assessment.resume')}: ${name}`}
              onClick={() => void navigate(`/assessments/${id}/workshop?as=${respondent}`)}
            >
              {answered === 0 ? t('assessment.respondent.answer') : t('assessment.resume')}
            </Button>
            <Button
              size="small"
              type="text"
              icon={<Trash2 size={13} />}
              aria-label={t('assessment.respondent.remove', { name })}
              onClick={() => remove({ id, respondent })}
            />
          </span>
        )}
      </td>
    </tr>
  );
}

/** Takes back a questionnaire that a respondent filled in elsewhere. */
function TakeBack({ assessment }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const [uploaded, setUploaded] = useState<string | null>(null);
  return (
    <>
      <UploadButton
        size="small"
        icon={<FileUp size={13} />}
        label={t('assessment.questionnaire.import')}
        accept=".xlsx"
        onUploaded={([file]) => setUploaded(file ?? null)}
      />
      {uploaded && (
        <QuestionnaireDialog assessment={assessment} upload={uploaded} onClose={() => setUploaded(null)} />
      )}
    </>
  );
}

/** Enter adds one and asks for the next. */
function AddRespondent({ id }: { id: number }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name?: string; title?: string }>();
  const { mutate: add, isPending } = useMutation(
    api.assessment.respondent.add.mutationOptions({
      onSuccess: () => {
        form.resetFields();
        form.getFieldInstance('name')?.focus();
      },
    }),
  );
  return (
    <Form
      form={form}
      layout="inline"
      className={`${styles.add}`}
      onFinish={({ name = '', title = '' }) => {
        if (name.trim() !== '') add({ id, name, title });
      }}
    >
      <Form.Item name="name">
        <Input
          maxLength={200}
          aria-label={t('assessment.respondent.name')}
          placeholder={t('assessment.respondent.name')}
        />
      </Form.Item>
      <Form.Item name="title">
        <Input
          maxLength={200}
          aria-label={t('assessment.respondent.title')}
          placeholder={t('assessment.respondent.titleHint')}
        />
      </Form.Item>
      <Button htmlType="submit" loading={isPending}>
        {t('assessment.respondent.add')}
      </Button>
    </Form>
  );
}
