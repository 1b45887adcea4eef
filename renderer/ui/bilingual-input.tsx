import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bilingual, type Language, languages } from '../../db/types/language.ts';
import styles from './bilingual-input.module.css';

/** What the languages call themselves, whichever the screen speaks. */
const ownNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文' };

/** A text in both languages, side by side; each is kept when it is left. */
export function BilingualInput({
  label,
  value,
  rows = 1,
  isMissing,
  onSave,
}: {
  label: string;
  value: Bilingual;
  rows?: number;
  /** Whether the text in a language has to be written before the document can be published. */
  isMissing: (language: Language) => boolean;
  onSave: (value: Bilingual) => void;
}) {
  return (
    <fieldset className={styles.both}>
      <legend className={styles.legend}>{label}</legend>
      {languages.map((language) => (
        <OneLanguage
          key={language}
          label={label}
          language={language}
          value={value[language]}
          rows={rows}
          isMissing={isMissing(language)}
          onSave={(text) => onSave({ ...value, [language]: text })}
        />
      ))}
    </fieldset>
  );
}

function OneLanguage({
  label,
  language,
  value,
  rows,
  isMissing,
  onSave,
}: {
  label: string;
  language: Language;
  value: string;
  rows: number;
  isMissing: boolean;
  onSave: (text: string) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const problem = isMissing && text.trim() === '';
  const shared = {
    value: text,
    lang: language,
    status: problem ? 'error' : '',
    'aria-label': t('app.inLanguage', { label, language: ownNames[language] }),
    'aria-describedby': problem ? id : undefined,
    onBlur: () => {
      if (typed !== null && typed.trim() !== value) onSave(typed.trim());
      setTyped(null);
    },
  } as const;
  return (
    <div className={styles.one}>
      {rows > 1 ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: rows, maxRows: 8 }}
          onChange={({ target }) => setTyped(target.value)}
        />
      ) : (
        <Input {...shared} onChange={({ target }) => setTyped(target.value)} />
      )}
      <span className={styles.language} aria-hidden="true">
        {ownNames[language]}
      </span>
      {problem && (
        <span id={id} className={styles.problem}>
          {t('app.textMissing')}
        </span>
      )}
    </div>
  );
}
