import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/api.ts';
import { failureText } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { notify } from '../../../lib/notices.ts';
import { Chip } from '../../../ui/chip.tsx';
import { useChosen } from '../../../ui/use-chosen.ts';
import { answerText } from '../field/answer-text.ts';
import type { CrmComparison, Handoff } from '../handoff-type.ts';
import styles from './form-dialog.module.css';

/** What a CRM's files say of the handoff, field by field, before anything of it is taken over. */
export function CrmDialog({
  handoff,
  uploads,
  onClose,
}: {
  handoff: Handoff;
  uploads: readonly string[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [opportunity, setOpportunity] = useState<number | null>(null);
  const { data, error } = useQuery(
    api.handoff.crm.compare.queryOptions(
      { id: handoff.id, uploads: [...uploads], opportunity },
      { gcTime: 0, placeholderData: keepPreviousData },
    ),
  );
  if (error)
    return (
      <Modal open title={t('handoff.crm.title')} footer={null} onCancel={onClose}>
        <p role="alert">{failureText(error, t)}</p>
      </Modal>
    );
  return data ? (
    <Comparison
      key={data.opportunity}
      handoff={handoff}
      uploads={uploads}
      comparison={data}
      onOpportunity={setOpportunity}
      onClose={onClose}
    />
  ) : null;
}

function Comparison({
  handoff,
  uploads,
  comparison: { files, rows, opportunities, opportunity },
  onOpportunity,
  onClose,
}: {
  handoff: Handoff;
  uploads: readonly string[];
  comparison: CrmComparison;
  onOpportunity: (at: number) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const fresh = rows.filter(({ same }) => !same);
  // What fills a gap is chosen beforehand; what contradicts an answer is for the reader to say.
  const { chosen, toggle } = useChosen(
    fresh.map(({ field }) => field.key),
    () => fresh.filter(({ differs }) => !differs).map(({ field }) => field.key),
  );
  const [noteOthers, setNoteOthers] = useState(true);
  const { mutate: takeOver, isPending } = useMutation(
    api.handoff.crm.takeOver.mutationOptions({
      onSuccess: ({ taken }) => {
        notify({ text: t('handoff.form.taken', { count: taken }), canUndo: true });
        onClose();
      },
    }),
  );
  const contradicted = fresh.filter(({ field, differs }) => differs && !chosen.has(field.key)).length;
  return (
    <Modal
      open
      width={900}
      title={t('handoff.crm.title')}
      okText={t('handoff.form.take', { count: chosen.size })}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: chosen.size === 0 && !(noteOthers && contradicted > 0) }}
      confirmLoading={isPending}
      onOk={() =>
        takeOver({ id: handoff.id, uploads: [...uploads], opportunity, fields: [...chosen], noteOthers })
      }
      onCancel={onClose}
    >
      {files.map(({ name, noun, rows: count }) => (
        <p key={name} className={noun === null || count === 0 ? styles.warning : styles.summary}>
          {noun === null
            ? t('handoff.crm.unknownFile', { name })
            : t(`handoff.crm.found.${noun}`, { name, count, account: handoff.accountName })}
        </p>
      ))}
      {opportunities.length > 1 && (
        <p className={styles.summary}>
          <Select
            style={{ width: 420 }}
            value={opportunity}
            aria-label={t('handoff.crm.which')}
            options={opportunities.map((deal, at) => ({
              value: at,
              label: [deal.name, deal.stage, deal.closedOn].filter((part) => part).join(' · '),
            }))}
            onChange={onOpportunity}
          />
        </p>
      )}
      {fresh.length === 0 ? (
        <p>{t('handoff.crm.nothing')}</p>
      ) : (
        <div className={styles.scroller}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">{t('handoff.crm.takeIt')}</span>
                </th>
                <th scope="col">{t('handoff.form.label')}</th>
                <th scope="col">{t('handoff.form.before')}</th>
                <th scope="col">{t('handoff.crm.after')}</th>
              </tr>
            </thead>
            <tbody>
              {fresh.map(({ field, before, source, after, differs }) => {
                const label = field.label[format.language];
                return (
                  <tr key={field.key}>
                    <td>
                      <Checkbox
                        checked={chosen.has(field.key)}
                        aria-label={t('handoff.form.takeField', { field: label })}
                        onChange={() => toggle(field.key)}
                      />
                    </td>
                    <th scope="row">{label}</th>
                    <td>
                      <span className={styles.content}>
                        {before === '' ? (
                          <span className={styles.part}>{t('handoff.form.blank')}</span>
                        ) : (
                          answerText(field, before, format)
                        )}
                        {source && <span className={styles.part}> {t(`handoff.source.${source}`)}</span>}
                      </span>
                    </td>
                    <td>
                      <span className={styles.content}>{answerText(field, after, format)}</span>
                      {differs && <Chip tone="warn">{t('handoff.crm.differs')}</Chip>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {contradicted > 0 && (
        <p className={styles.note}>
          <Checkbox checked={noteOthers} onChange={({ target }) => setNoteOthers(target.checked)}>
            {t('handoff.crm.noteOthers', { count: contradicted })}
          </Checkbox>
        </p>
      )}
    </Modal>
  );
}
