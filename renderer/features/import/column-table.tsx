import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { accountReference, flatField, flatNouns } from '../../../db/import/flat-list.ts';
import { choiceFor, columnLetters, type ProposedSheet, suggestionFor, withField } from './choices.ts';
import { useFieldWords } from './field-words.ts';
import styles from './import.module.css';
import { say, useImport } from './import-store.ts';

const samplesShown = 3;
/** A flat list names its account once, by the account's own fields. */
const referring = new Set(Object.values(accountReference));

import { useImportFields } from './use-import-fields.ts';

/** The file's columns with their first values, and the field each goes into. */
export function ColumnTable({ sheet, at }: { sheet: ProposedSheet; at: number }) {
  const { t } = useTranslation();
  const { fieldLabel } = useFieldWords();
  const choice = choiceFor(
    sheet,
    useImport((state) => state.stated[at]),
  );
  const fields = useImportFields();
  const { noun } = choice;
  if (noun === null || !fields) return null;
  const options =
    noun === 'flat'
      ? flatNouns.map((each) => ({
          label: t(`import.noun.${each}`),
          options: fields[each]
            .filter(({ key }) => !referring.has(key))
            .map(({ key }) => ({
              value: flatField(each, key),
              label: fieldLabel('flat', flatField(each, key)),
            })),
        }))
      : fields[noun].map(({ key }) => ({ value: key, label: fieldLabel(noun, key) }));
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th>{t('import.column')}</th>
          <th>{t('import.samples')}</th>
          <th>{t('import.field')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.headings.map((heading, column) => {
          const name = heading || t('import.unnamed', { letters: columnLetters(column) });
          const field = choice.fields[column] ?? null;
          const suggestion = suggestionFor(sheet, noun, column);
          const samples = (sheet.samples[column] ?? [])
            .filter((value) => value !== null && value !== '')
            .slice(0, samplesShown);
          return (
            // Columns have no name of their own: two may have the same heading.
            <tr key={columnLetters(column)} className={field === null ? styles.out : ''}>
              <th scope="row">{name}</th>
              <td className={styles.samples}>{samples.map(String).join(' · ')}</td>
              <td>
                <Select
                  aria-label={`${t('import.field')}: ${name}`}
                  value={field ?? 'none'}
                  style={{ width: 240 }}
                  showSearch={{ optionFilterProp: 'label' }}
                  popupMatchSelectWidth={false}
                  options={[{ value: 'none', label: t('import.leaveOut') }, ...options]}
                  onChange={(value) => say(at, withField(choice, column, value === 'none' ? null : value))}
                />
                {field === null && suggestion !== null && !choice.fields.includes(suggestion) && (
                  <button
                    type="button"
                    className={styles.suggest}
                    onClick={() => say(at, withField(choice, column, suggestion))}
                  >
                    {t('import.unsure', { field: fieldLabel(noun, suggestion) })}
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
