import { useMutation, useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MaturitySubject } from '../../../db/maturity/model.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { AccountPicker } from '../../lib/account-picker.tsx';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AssessedFields } from './assessed-fields.tsx';
import styles from './new-assessment-dialog.module.css';

type NewAssessment = {
  model: string;
  kind: MaturitySubject;
  accountId?: number | null;
  company?: string;
  assessedOn: IsoDate;
  assessor: string;
};

const subjects: readonly MaturitySubject[] = ['account', 'company'];

/** Asks what is assessed, whose, when and by whom, then opens the workshop. */
export function NewAssessmentDialog({
  accountId,
  onClose,
}: {
  /** The account whose page it was asked for on. */
  accountId?: number | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const [form] = Form.useForm<NewAssessment>();
  const kind = Form.useWatch('kind', form);
  const { data: models } = useQuery(api.assessment.models.queryOptions());
  const { data: lines } = useQuery(api.assessment.list.queryOptions({}));
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { mutate: create, isPending } = useMutation(
    api.assessment.create.mutationOptions({
      onSuccess: ({ id }) => {
        onClose();
        void navigate(`/assessments/${id}/workshop`);
      },
    }),
  );
  const first = models?.[0];
  if (!models || !first || !status || !lines) return null;
  const companies = [
    ...new Set(lines.filter((line) => line.accountId === null).map(({ subject }) => subject)),
  ];
  const submit = ({ model, assessedOn, assessor, ...subject }: NewAssessment) =>
    create({
      model,
      subject:
        subject.kind === 'account'
          ? { accountId: subject.accountId ?? 0 }
          : { company: subject.company?.trim() ?? '' },
      assessedOn,
      assessor,
    });
  return (
    <FormDialog
      form={form}
      title={t('assessment.new')}
      submitLabel={t('assessment.start')}
      width={800}
      initialValues={{
        model: first.key,
        kind: first.subject,
        accountId,
        company: companies[0] ?? '',
        assessedOn: status.today,
        assessor: status.settings.owner,
      }}
      isSaving={isPending}
      onChange={({ model }) => {
        const chosen = models.find(({ key }) => key === model);
        if (chosen && accountId === undefined) form.setFieldValue('kind', chosen.subject);
      }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="model" label={t('assessment.model')}>
        <Radio.Group className={`${styles.models}`}>
          {models.map(({ key, name, purpose, indicators }) => (
            <Radio key={key} value={key} className={`${styles.model}`}>
              <span className={styles.name}>
                {name[language]}{' '}
                <span className={styles.count}>{t('assessment.questionCount', { count: indicators })}</span>
              </span>
              <span className={styles.purpose}>{purpose[language]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="kind" label={t('assessment.subject')} className={`${styles.kind}`}>
        <SubjectKind />
      </Form.Item>
      {kind === 'company' ? (
        <Form.Item
          name="company"
          extra={t('assessment.companyHint')}
          rules={[{ required: true, whitespace: true, message: t('assessment.companyMissing') }]}
        >
          <AutoComplete
            aria-label={t('assessment.company')}
            placeholder={t('assessment.company')}
            options={companies.map((value) => ({ value }))}
          />
        </Form.Item>
      ) : (
        <Form.Item name="accountId" rules={[{ required: true, message: t('assessment.accountMissing') }]}>
          <AccountPicker />
        </Form.Item>
      )}
      <AssessedFields />
    </FormDialog>
  );
}

/** A form's field. */
function SubjectKind({
  value,
  onChange,
}: {
  value?: MaturitySubject;
  onChange?: (value: MaturitySubject) => void;
}) {
  const { t } = useTranslation();
  return (
    <Segmented
      label={t('assessment.subject')}
      options={subjects.map((each) => ({ value: each, label: t(`assessment.subjectKind.${each}`) }))}
      value={value ?? null}
      onChange={(chosen) => onChange?.(chosen)}
    />
  );
}
