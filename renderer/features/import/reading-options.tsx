import { InputNumber, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { importNouns } from '../../../db/import/noun.ts';
import type { Encoding, Separator } from '../../../electron/files/workbook/csv.ts';
import { choiceFor, matchedFields, type ProposedSheet } from './choices.ts';
import styles from './import.module.css';
import { say, useImport } from './import-store.ts';

const encodings: readonly { value: Encoding; label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'gb18030', label: 'GB18030 / GBK' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'windows-1252', label: 'Windows-1252' },
];
const separators: readonly { value: Separator; name: 'comma' | 'semicolon' | 'tab' | 'bar' }[] = [
  { value: ',', name: 'comma' },
  { value: ';', name: 'semicolon' },
  { value: '\t', name: 'tab' },
  { value: '|', name: 'bar' },
];

/** What was found out about a sheet and can be said otherwise: what its rows are, its headings, how its text is written. */
export function ReadingOptions({
  sheet,
  at,
  text,
}: {
  sheet: ProposedSheet;
  at: number;
  text: { encoding: string; separator: string } | null;
}) {
  const { t } = useTranslation();
  const id = useId();
  const stated = useImport((state) => state.stated[at]);
  const choice = choiceFor(sheet, stated);
  /** Other headings or another separator are another sheet: what was said of its columns goes. */
  const readAnew = (change: Partial<ReturnType<typeof useImport.getState>>) =>
    useImport.setState(({ stated: { [at]: _, ...others } }) => ({ ...change, stated: others }));
  return (
    <div className={styles.options}>
      <label htmlFor={`${id}-noun`}>{t('import.rowsAre')}</label>
      <Select
        id={`${id}-noun`}
        value={choice.noun ?? 'none'}
        style={{ width: 240 }}
        options={[
          { value: 'flat' as const, label: t('import.flat') },
          ...importNouns.map((noun) => ({ value: noun, label: t(`import.noun.${noun}`) })),
          { value: 'none' as const, label: t('import.skipSheet') },
        ]}
        onChange={(value) => {
          const noun = value === 'flat' ? value : (importNouns.find((known) => known === value) ?? null);
          say(at, { ...choice, noun, fields: matchedFields(sheet, noun), answers: {}, blanked: [] });
        }}
      />
      <label htmlFor={`${id}-header`}>{t('import.headerRow')}</label>
      <InputNumber
        id={`${id}-header`}
        min={0}
        max={1000}
        style={{ width: 72 }}
        value={(sheet.headerRow ?? -1) + 1}
        onChange={(row) =>
          readAnew({
            headers: { ...useImport.getState().headers, [at]: row === null || row === 0 ? null : row - 1 },
          })
        }
      />
      {sheet.headerRow === null && <span className={styles.hint}>{t('import.noHeader')}</span>}
      {text && (
        <>
          <label htmlFor={`${id}-encoding`}>{t('import.encoding')}</label>
          <Select
            id={`${id}-encoding`}
            value={text.encoding}
            style={{ width: 150 }}
            options={[...encodings]}
            onChange={(value) => {
              const encoding = encodings.find((known) => known.value === value)?.value;
              if (encoding) readAnew({ text: { ...useImport.getState().text, encoding } });
            }}
          />
          <label htmlFor={`${id}-separator`}>{t('import.separator')}</label>
          <Select
            id={`${id}-separator`}
            value={text.separator}
            style={{ width: 120 }}
            options={separators.map(({ value, name }) => ({ value, label: t(`import.separatorOf.${name}`) }))}
            onChange={(value) => {
              const separator = separators.find((known) => known.value === value)?.value;
              if (separator) readAnew({ text: { ...useImport.getState().text, separator } });
            }}
          />
        </>
      )}
      <span className={styles.hint}>{t('import.rowCount', { count: sheet.rows })}</span>
      {sheet.madeBy && (
        <span className={styles.note}>{t('import.recognised', { file: madeByText(sheet.madeBy, t) })}</span>
      )}
      {sheet.looksLike && (
        <span className={styles.lacking}>
          {t('import.looksLike.note', { list: t(`import.looksLike.${sheet.looksLike}`) })}
        </span>
      )}
      {sheet.cutColumns > 0 && (
        <span className={styles.lacking}>
          {t('import.cutColumns', { count: sheet.cutColumns, limit: sheet.headings.length })}
        </span>
      )}
      {sheet.madeBy?.noun === 'opportunity' && choice.noun === 'contract' && (
        <span className={styles.hint}>{t('import.deals')}</span>
      )}
      {stated === undefined && sheet.remembered && (
        <span className={styles.note}>{t('import.remembered')}</span>
      )}
    </div>
  );
}

function madeByText(madeBy: NonNullable<ProposedSheet['madeBy']>, t: TFunction): string {
  return madeBy.product === 'tenure'
    ? t(`import.madeBy.tenure.${madeBy.noun}`)
    : t(`import.madeBy.${madeBy.product}.${madeBy.noun}`);
}
