import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { newChoice } from '../../../db/custom-field/own-column.ts';
import type { ImportNoun } from '../../../db/import/noun.ts';
import { useFormat } from '../../lib/format.ts';
import { useImportFields } from './use-import-fields.ts';

/** What fields and their values are called on screen; the user's own fields and segments by the user's words. */
export function useFieldWords() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const fields = useImportFields();
  return useMemo(() => {
    const known = new Map(
      Object.entries(fields ?? {}).flatMap(([noun, own]) =>
        own.map((field) => [`${noun} ${field.key}`, field] as const),
      ),
    );
    return {
      /** Whether a value the field does not know may be made one of its choices. */
      isOpen: (noun: ImportNoun, field: string) => known.get(`${noun} ${field}`)?.isOpen ?? false,
      fieldLabel: (noun: ImportNoun, field: string): string =>
        known.get(`${noun} ${field}`)?.label[language] ?? field,
      /** A value as the noun's screens show it: choices and yes or no in words. */
      valueLabel(noun: ImportNoun, field: string, value: string | number | boolean | null): string {
        if (value === null) return '';
        const { isYesNo = false, choices } = known.get(`${noun} ${field}`) ?? {};
        if (typeof value === 'boolean' || isYesNo)
          return t(value === true || value === 1 ? 'app.yes' : 'app.no');
        const text = String(value);
        const choice = choices?.find((each) => each.value === text);
        return choice ? choice.label[language] : choices ? text.replace(newChoice, '') : text;
      },
    };
  }, [fields, language, t]);
}
