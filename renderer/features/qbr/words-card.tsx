import { Input } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { narrativeColumns } from '../../../db/qbr/content.ts';
import { isInsideSection } from '../../../db/qbr/kind.ts';
import type { SectionEntry } from '../../../db/qbr/query.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './qbr.module.css';

type Field = (typeof narrativeColumns)[number] | 'talkingPoint' | 'question';
type Written = Partial<Record<Field, string>>;

/** What happened, what it means and what comes next, for the customer; what to say and what may be asked, for the house. Saved when left. */
export function WordsCard({
  entry,
  onSave,
  soWhatRef,
}: {
  entry: SectionEntry;
  onSave: (written: Written) => void;
  soWhatRef?: RefObject<HTMLDivElement | null>;
}) {
  const { t } = useTranslation();
  return (
    <Card
      title={t('qbr.told')}
      beside={
        isInsideSection(entry.section) ? (
          <Chip tone="warn">{t('qbr.insideField')}</Chip>
        ) : (
          <Chip tone="info">{t('qbr.customerField')}</Chip>
        )
      }
    >
      {narrativeColumns.map((column) => (
        <div key={column} ref={column === 'soWhat' ? soWhatRef : undefined}>
          <p className={styles.label}>{t(`qbr.${column}`)}</p>
          <Words entry={entry} field={column} onSave={onSave} />
        </div>
      ))}
      <div className={styles.inside}>
        <p className={styles.label}>
          {t('qbr.talkingPoint')} <Chip tone="warn">{t('qbr.insideField')}</Chip>
        </p>
        <Words entry={entry} field="talkingPoint" onSave={onSave} />
        <p className={styles.label}>{t('qbr.question')}</p>
        <Words entry={entry} field="question" onSave={onSave} />
      </div>
    </Card>
  );
}

function Words({
  entry,
  field,
  onSave,
}: {
  entry: SectionEntry;
  field: Field;
  onSave: (written: Written) => void;
}) {
  const { t } = useTranslation();
  const saved = entry[field] ?? '';
  const [typed, setTyped] = useState<{ from: string; text: string }>({ from: saved, text: saved });
  // Undo, or another window, may have changed what is saved under an untouched field.
  const text = typed.from === saved ? typed.text : saved;
  return (
    <Input.TextArea
      value={text}
      aria-label={t(`qbr.${field}`)}
      placeholder={t(`qbr.hint.${field}`)}
      autoSize={{ minRows: 2, maxRows: 12 }}
      maxLength={20_000}
      onChange={({ target }) => setTyped({ from: saved, text: target.value })}
      onBlur={() => {
        if (text.trim() !== saved) onSave({ [field]: text });
      }}
    />
  );
}
