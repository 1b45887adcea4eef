import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldContent, FieldDifference } from '../../../../db/handoff/difference.ts';
import type { HandoffField } from '../../../../db/handoff/template.ts';
import { api } from '../../../lib/api.ts';
import { failureText } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { notify } from '../../../lib/notices.ts';
import { useChosen } from '../../../ui/use-chosen.ts';
import { answerText } from '../field/answer-text.ts';
import type { Handoff, ReturnedForm } from '../handoff-type.ts';
import styles from './form-dialog.module.css';

/** A form that came back, before anything of it is taken over: what it changes and what could not be read, per field. */
export function FormDialog({
  handoff,
  upload,
  onClose,
}: {
  handoff: Handoff;
  upload: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { data: form, error } = useQuery(
    api.handoff.form.compare.queryOptions({ id: handoff.id, upload }, { gcTime: 0 }),
  );
  if (error)
    return (
      <Modal open title={t('handoff.form.compare')} footer={null} onCancel={onClose}>
        <p role="alert">{failureText(error, t)}</p>
      </Modal>
    );
  return form ? <Comparison handoff={handoff} form={form} upload={upload} onClose={onClose} /> : null;
}

function Comparison({
  handoff,
  form,
  upload,
  onClose,
}: {
  handoff: Handoff;
  form: ReturnedForm;
  upload: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const readable = form.differences.filter(({ after, changed }) => after !== null && changed.length > 0);
  // What is certain is chosen beforehand; another customer's form and a formula's value are not.
  const { chosen, isAll, toggle, toggleAll } = useChosen(
    readable.map(({ field }) => field.key),
    () =>
      form.isThisHandoff ? readable.filter(({ problem }) => !problem).map(({ field }) => field.key) : [],
  );
  const { mutate: takeOver, isPending } = useMutation(
    api.handoff.form.takeOver.mutationOptions({
      onSuccess: ({ changed }) => {
        notify({ text: t('handoff.form.taken', { count: changed }), canUndo: true });
        onClose();
      },
    }),
  );

  return (
    <Modal
      open
      width={900}
      title={t('handoff.form.compare')}
      okText={t('handoff.form.take', { count: chosen.size })}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: chosen.size === 0 }}
      confirmLoading={isPending}
      onOk={() =>
        takeOver({ id: handoff.id, upload, fields: [...chosen], otherHandoff: !form.isThisHandoff })
      }
      onCancel={onClose}
    >
      {!form.isThisHandoff && (
        <p className={styles.warning} role="alert">
          {t('handoff.form.otherHandoff', { account: form.account, here: handoff.accountName })}
        </p>
      )}
      {form.otherVersion !== null && (
        <p className={styles.warning}>
          {t('handoff.form.otherVersion', { version: form.otherVersion, here: handoff.template.version })}
        </p>
      )}
      {form.unknown.length > 0 && (
        <p className={styles.warning}>{t('handoff.form.unknown', { fields: form.unknown.join(', ') })}</p>
      )}
      <p className={styles.summary}>
        {form.differences.length === 0
          ? t('handoff.form.same')
          : t('handoff.form.unchanged', { count: form.unchanged })}
      </p>
      {form.differences.length > 0 && (
        <div className={styles.scroller}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Checkbox
                    checked={isAll}
                    indeterminate={!isAll && chosen.size > 0}
                    disabled={readable.length === 0}
                    aria-label={t('handoff.form.all')}
                    onChange={toggleAll}
                  />
                </th>
                <th scope="col">{t('handoff.form.label')}</th>
                <th scope="col">{t('handoff.form.before')}</th>
                <th scope="col">{t('handoff.form.after')}</th>
              </tr>
            </thead>
            <tbody>
              {form.differences.map((difference) => (
                <DifferenceRow
                  key={difference.field.key}
                  difference={difference}
                  isChosen={chosen.has(difference.field.key)}
                  onToggle={() => toggle(difference.field.key)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  );
}

function DifferenceRow({
  difference: { field, before, after, changed, problem, typed },
  isChosen,
  onToggle,
}: {
  difference: FieldDifference;
  isChosen: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const label = field.label[language];
  return (
    <tr>
      <td>
        <Checkbox
          checked={isChosen}
          disabled={after === null || changed.length === 0}
          aria-label={t('handoff.form.takeField', { field: label })}
          onChange={onToggle}
        />
      </td>
      <th scope="row">{label}</th>
      <td>
        <Content field={field} content={before} parts={changed.length > 0 ? changed : ['answer']} />
      </td>
      <td>
        {after && <Content field={field} content={after} parts={changed} />}
        {problem && (
          <span className={styles.problem}>
            {t(`handoff.problem.${problem}`)}
            {!after && typed !== '' && ` ${t('handoff.form.typed', { typed })}`}
          </span>
        )}
      </td>
    </tr>
  );
}

function Content({
  field,
  content,
  parts,
}: {
  field: HandoffField;
  content: FieldContent;
  parts: readonly (keyof FieldContent)[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return parts.map((part) => {
    const text =
      part === 'answer'
        ? answerText(field, content.answer, format)
        : part === 'source'
          ? content.source && t(`handoff.source.${content.source}`)
          : content[part];
    return (
      <span key={part} className={styles.content}>
        {part !== 'answer' && <span className={styles.part}>{t(`handoff.form.${part}`)}: </span>}
        {!text ? <span className={styles.part}>{t('handoff.form.blank')}</span> : text}
      </span>
    );
  });
}
