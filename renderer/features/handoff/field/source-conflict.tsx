import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnswerSource, sourceConflict } from '../../../../db/handoff/source.ts';
import type { HandoffField } from '../../../../db/handoff/template.ts';
import { api } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import type { Handoff } from '../handoff-type.ts';
import { answerText } from './answer-text.ts';
import styles from './source-conflict.module.css';

/** What other sources say of a field: which contradict the answer, which is taken and why. */
export function SourceConflict({
  field,
  handoff,
  isAnswered,
}: {
  field: HandoffField;
  handoff: Handoff;
  isAnswered: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  /** What is being decided: a source to take, or to keep what stands. */
  const [deciding, setDeciding] = useState<AnswerSource | 'keep' | null>(null);
  const done = { onSuccess: () => setDeciding(null) };
  const { mutate: take } = useMutation(api.handoff.source.take.mutationOptions(done));
  const { mutate: keep } = useMutation(api.handoff.source.keep.mutationOptions(done));
  const { mutate: drop } = useMutation(api.handoff.source.drop.mutationOptions());
  const given = handoff.answers[field.key];
  const conflict = sourceConflict(
    { answer: given?.answer ?? '', sourceReason: given?.sourceReason ?? null },
    handoff.statements[field.key] ?? [],
  );
  const of = { id: handoff.id, field: field.key };
  const label = field.label[format.language];
  if (!conflict) return null;
  return (
    <div className={conflict.isSettled ? styles.settled : styles.open}>
      <p className={styles.state}>
        {conflict.isSettled ? (
          t('handoff.conflict.settled', { reason: given?.sourceReason })
        ) : (
          <>
            <span aria-hidden="true">▲</span> {t('handoff.conflict.unsettled')}
          </>
        )}
      </p>
      <ul>
        {conflict.rivals.map(({ source, answer }) => {
          const named = { source: t(`handoff.source.${source}`), field: label };
          return (
            <li key={source} className={styles.rival}>
              <span className={styles.source}>{t('handoff.conflict.says', named)}</span>
              <span className={styles.answer}>{answerText(field, answer, format)}</span>
              <Button
                size="small"
                type="text"
                aria-label={t('handoff.conflict.takeOf', named)}
                onClick={() => setDeciding(source)}
              >
                {t('handoff.conflict.take')}
              </Button>
              <Button
                size="small"
                type="text"
                icon={<X size={12} />}
                aria-label={t('handoff.conflict.drop', named)}
                onClick={() => drop({ ...of, source })}
              />
            </li>
          );
        })}
      </ul>
      {deciding === null ? (
        isAnswered &&
        !conflict.isSettled && (
          <Button
            size="small"
            type="text"
            aria-label={t('handoff.conflict.keepOf', { field: label })}
            onClick={() => setDeciding('keep')}
          >
            {t('handoff.conflict.keep')}
          </Button>
        )
      ) : (
        <Why
          onCancel={() => setDeciding(null)}
          onSave={(reason) =>
            deciding === 'keep' ? keep({ ...of, reason }) : take({ ...of, source: deciding, reason })
          }
        />
      )}
    </div>
  );
}

function Why({ onSave, onCancel }: { onSave: (reason: string) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.why}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onSave(reason);
      }}
    >
      <Input
        size="small"
        autoFocus
        maxLength={2000}
        placeholder={t('handoff.conflict.why')}
        aria-label={t('handoff.conflict.why')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <Button
        size="small"
        type="primary"
        htmlType="submit"
        disabled={reason.trim() === ''}
        icon={<Check size={12} />}
        aria-label={t('app.save')}
      />
    </form>
  );
}
