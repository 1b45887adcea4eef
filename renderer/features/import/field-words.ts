import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportNoun } from '../../../db/domain/import-noun.ts';
import { newChoice } from '../../../db/domain/own-column.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';

/** What fields and their values are called on screen; the user's own fields and segments by the user's words. */
export function useFieldWords() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { data: fields } = useQuery(api.import.fields.queryOptions());
  return useMemo(() => {
    const own = new Map((fields?.account ?? []).map((field) => [field.key, field.own]));
    return {
      /** Whether a value the field does not know may be made one of its choices. */
      isOpen: (field: string) => own.get(field)?.isOpen ?? false,
      fieldLabel: (noun: ImportNoun, field: string): string =>
        own.get(field)?.label[language] ?? String(t(`${noun}.field.${field}` as 'account.field.name')),
      /** A value as the noun's screens show it: choices and yes or no in words. */
      valueLabel(noun: ImportNoun, field: string, value: string | number | boolean | null): string {
        if (value === null) return '';
        if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
        const named = own.get(field);
        if (named?.isYesNo) return t(value === 1 ? 'app.yes' : 'app.no');
        if (named) {
          const text = String(value);
          return named.choices[text] ?? (named.isOpen ? text.replace(newChoice, '') : text);
        }
        const key = `${noun}.choice.${field}.${value}` as 'account.choice.status.active';
        const word = t(key);
        return word === key ? String(value) : String(word);
      },
    };
  }, [fields, language, t]);
}
