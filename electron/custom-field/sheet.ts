import type { CustomField } from '../../db/custom-field/query.ts';
import { type CustomFieldKey, type CustomValue, customFieldKey } from '../../db/custom-field/rule.ts';
import type { CustomValues } from '../../db/custom-field/value-query.ts';
import type { Column } from '../files/workbook/table.ts';

/** A custom field's column, written by its kind under the field's own name. `valuesOf` are a row's. */
export function customColumn<Row>(
  field: CustomField,
  valuesOf: (row: Row) => CustomValues,
): Column<Row, CustomFieldKey> {
  const key = customFieldKey(field.id);
  const common = { key, heading: field.name };
  const held = (row: Row): CustomValue | undefined => valuesOf(row)[key];
  const text = (row: Row) => {
    const value = held(row)?.value;
    return typeof value === 'string' ? value : null;
  };
  const number = (row: Row) => {
    const value = held(row)?.value;
    return typeof value === 'number' ? value : null;
  };
  switch (field.kind) {
    case 'text':
      return { ...common, format: 'text', value: text };
    case 'date':
      return { ...common, format: 'date', value: text };
    case 'number':
      return { ...common, format: 'figure', value: number };
    case 'yes-no':
      return {
        ...common,
        format: 'yes-no',
        value: (row) => (number(row) === null ? null : number(row) === 1),
      };
    case 'choice':
      return {
        ...common,
        format: 'text',
        value: (row) => field.choices.find(({ id }) => id === number(row))?.name ?? null,
      };
    case 'money':
      return {
        ...common,
        format: 'money',
        value: (row) => {
          const minor = number(row);
          const currency = held(row)?.currency ?? null;
          return minor === null || currency === null ? null : { minor, currency };
        },
      };
  }
}
