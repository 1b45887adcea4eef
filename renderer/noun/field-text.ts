import { useTranslation } from 'react-i18next';
import type { Field, FieldValue } from '../../db/kernel/define.ts';
import { useFormat } from '../lib/format.ts';
import type { NounLabels } from './noun-labels.ts';

/** A value as a list says it; empty where it says nothing. `label` is what a reference names. */
export function useFieldText(labels: NounLabels) {
  const { t } = useTranslation();
  const format = useFormat();
  return (key: string, field: Field, value: FieldValue, label?: string): string => {
    if (value === null) return '';
    if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
    if (field.is === 'choice') return labels.choice(key, String(value));
    if (field.is === 'reference') return label ?? t('change.goneSince');
    if (field.is === 'percent') return `${format.number(Number(value))}%`;
    if (typeof value === 'number') return format.number(value);
    if (typeof value === 'string') return value;
    return 'minor' in value ? format.exactMoney(value) : value.join(t('grid.and'));
  };
}
