import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readAnswer } from '../../../../db/handoff/answer.ts';
import type { AnswerSource } from '../../../../db/handoff/source.ts';
import type { HandoffField } from '../../../../db/handoff/template.ts';
import { api } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import type { Handoff } from '../handoff-type.ts';
import styles from './source-conflict.module.css';

/** Writes down what somebody else says of a field. */
export function OtherSource({
  field,
  handoff,
  source,
  onClose,
}: {
  field: HandoffField;
  handoff: Handoff;
  source: AnswerSource;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [text, setText] = useState('');
  const { mutate: state } = useMutation(api.handoff.source.state.mutationOptions({ onSuccess: onClose }));
  const says = t('handoff.conflict.says', { source: t(`handoff.source.${source}`) });
  const isReadable = text.trim() !== '' && readAnswer(field, text, handoff.currency).problem === null;
  return (
    <form
      className={styles.why}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReadable) state({ id: handoff.id, field: field.key, source, answer: text });
      }}
    >
      <Input
        size="small"
        autoFocus
        maxLength={20_000}
        prefix={<span className={styles.source}>{says}</span>}
        aria-label={t('handoff.conflict.other', { field: field.label[language] })}
        status={text.trim() !== '' && !isReadable ? 'error' : ''}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <Button size="small" htmlType="submit" disabled={!isReadable}>
        {t('handoff.conflict.add')}
      </Button>
    </form>
  );
}
