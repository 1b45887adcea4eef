import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { newChoice } from '../../../db/custom-field/own-column.ts';
import { flatFieldOf } from '../../../db/import/flat-list.ts';
import type { ImportNoun } from '../../../db/import/noun.ts';
import { minorDigits } from '../../../db/types/money.ts';
import type { ShownValue } from '../../../electron/import/preview.ts';
import { type Format, useFormat } from '../../lib/format.ts';
import { useImportFields } from './use-import-fields.ts';

/** What fields and their values are called on screen; the user's own fields and segments by the user's words. */
export function useFieldWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const { language } = format;
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
      fieldLabel(noun: ImportNoun | 'flat', field: string): string {
        if (noun !== 'flat') return known.get(`${noun} ${field}`)?.label[language] ?? field;
        const flat = flatFieldOf(field);
        const label = flat && known.get(`${flat.noun} ${flat.field}`)?.label[language];
        return flat && label
          ? t('import.fieldOf', { noun: t(`import.one.${flat.noun}`), field: label })
          : field;
      },
      /** A value as the noun's screens show it: choices and yes or no in words. */
      valueLabel(noun: ImportNoun, field: string, value: ShownValue): string {
        if (value === null) return '';
        if (typeof value === 'object') return amountText(value, format);
        const { isYesNo = false, choices } = known.get(`${noun} ${field}`) ?? {};
        if (typeof value === 'boolean' || isYesNo)
          return t(value === true || value === 1 ? 'app.yes' : 'app.no');
        const text = String(value);
        const choice = choices?.find((each) => each.value === text);
        return choice ? choice.label[language] : choices ? text.replace(newChoice, '') : text;
      },
    };
  }, [fields, format, language, t]);
}

/** An amount as money; one without a currency as its figure alone, since the row or the book says which it is. */
function amountText(
  { figure, currency }: Exclude<ShownValue, string | number | boolean | null>,
  format: Format,
) {
  if (currency === null || currency.length !== 3) return `${currency ?? ''}${format.number(figure)}`;
  return format.exactMoney({ minor: Math.round(figure * 10 ** minorDigits(currency)), currency });
}
