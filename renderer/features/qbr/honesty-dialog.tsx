import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Honesty } from '../../../db/qbr/honesty-query.ts';
import { client } from '../../lib/api.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useAction } from './use-action.ts';

/** Says which rules of honesty are open before a review is frozen or sent, and keeps why it goes out all the same. */
export function HonestyDialog({
  id,
  honesty,
  onAnswered,
  onClose,
}: {
  id: number;
  honesty: Honesty;
  onAnswered: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { run } = useAction();
  const [form] = Form.useForm<{ answer: string }>();
  const submit = ({ answer }: { answer: string }) =>
    run(async () => {
      await client.qbr.answerHonesty.mutate({ id, answer: answer.trim() });
      onClose();
      onAnswered();
    });
  return (
    <FormDialog
      form={form}
      title={t('qbr.honesty.title')}
      submitLabel={t('qbr.honesty.goAhead')}
      initialValues={{ answer: honesty.answer ?? '' }}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('qbr.honesty.teach')}</p>
      <ul>
        {honesty.open.map(({ key, subject, count }) => (
          <li key={key}>{t(`qbr.gap.${key}`, { name: subject?.name ?? '', count: Math.abs(count) })}</li>
        ))}
      </ul>
      <Form.Item
        name="answer"
        label={t('qbr.honesty.answer')}
        rules={[{ required: true, whitespace: true, message: t('qbr.honesty.needed') }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
