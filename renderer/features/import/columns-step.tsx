import { Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Opened } from './answered.ts';
import { choiceFor, stillNeeded, tablesOf } from './choices.ts';
import { ColumnTable } from './column-table.tsx';
import { useFieldWords } from './field-words.ts';
import styles from './import.module.css';
import { startImport, useImport } from './import-store.ts';
import { ReadingOptions } from './reading-options.tsx';

/** What each sheet's rows are and where each column goes. */
export function ColumnsStep({ opened }: { opened: Opened }) {
  const { t } = useTranslation();
  const { fieldLabel } = useFieldWords();
  const { stated } = useImport();
  const choices = opened.sheets.map((sheet, at) => choiceFor(sheet, stated[at]));
  const lacking = choices.flatMap((choice) => {
    return stillNeeded(choice).map(({ noun, fields }) =>
      fields.map((field) => fieldLabel(noun, field)).join(t('import.or')),
    );
  });
  const isReady = tablesOf(opened.sheets, stated).length > 0 && lacking.length === 0;
  return (
    <>
      <Tabs
        size="small"
        items={opened.sheets.map((sheet, at) => ({
          key: String(at),
          label: sheet.hidden ? `${sheet.name} (${t('import.hiddenSheet')})` : sheet.name,
          children: (
            <div className={styles.sheet}>
              <ReadingOptions sheet={sheet} at={at} text={opened.text} />
              <ColumnTable sheet={sheet} at={at} />
            </div>
          ),
        }))}
      />
      <footer className={styles.foot}>
        <Button onClick={() => startImport()}>{t('import.otherFile')}</Button>
        {lacking.length > 0 && (
          <span className={styles.lacking}>{t('import.needs', { fields: lacking.join(', ') })}</span>
        )}
        <Button type="primary" disabled={!isReady} onClick={() => useImport.setState({ step: 'check' })}>
          {t('import.next')}
        </Button>
      </footer>
    </>
  );
}
