import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Noun, type NounRow, tableOf } from '../../db/kernel/define.ts';
import { type Cell, columnsOf, minorColumn, referencesOf, valueIn } from '../../db/kernel/field.ts';
import type { AnyNoun } from '../../db/nouns.ts';
import { api } from '../lib/api.ts';
import { ChangeHistory } from '../lib/change-history.tsx';
import { useFieldText } from './field-text.ts';
import { useNounLabels } from './noun-labels.ts';

/** A row of a declared noun as it changed, in the words of its form. */
export function NounHistory({ noun, row, onClose }: { noun: AnyNoun; row: NounRow; onClose: () => void }) {
  const { t } = useTranslation();
  const labels = useNounLabels(noun);
  const textOf = useFieldText(labels);
  const references = referencesOf(noun);
  const named = useQueries({
    queries: references.map(([field]) =>
      api.noun.choices.queryOptions({ noun: noun.name, field, accountId: row.accountId }),
    ),
  });
  const nameOf = (key: string, value: Cell) =>
    named[references.findIndex(([each]) => each === key)]?.data?.find(({ id }) => id === value)?.label;
  function text(column: string, cell: unknown): string {
    const [key, field] = fieldOf(noun, column) ?? [];
    if (key === undefined || !field || cell === null || cell === undefined || cell === '')
      return t('change.empty');
    const value = cell as Cell;
    const currency = row.values[key];
    const cells =
      field.is === 'money'
        ? { [column]: value, [column.replace(/_minor$/, '_currency')]: currencyOf(currency) }
        : { [column]: value };
    return textOf(key, field, valueIn(key, field, cells), nameOf(key, value));
  }
  return (
    <ChangeHistory
      table={tableOf(noun)}
      id={row.id}
      title={String(row.values[noun.title] ?? labels.of('edit'))}
      labels={{
        isShown: (column) => {
          const [key, field] = fieldOf(noun, column) ?? [];
          return key !== undefined && (field?.is !== 'money' || column === minorColumn(key));
        },
        name: (column) => labels.field(fieldOf(noun, column)?.[0] ?? column),
        text,
      }}
      onClose={onClose}
    />
  );
}

function fieldOf(noun: Noun, column: string) {
  return Object.entries(noun.fields).find(([key, field]) => columnsOf(key, field).includes(column));
}

/** An amount of the past is told in the currency the row has now. */
function currencyOf(value: NounRow['values'][string] | undefined): string {
  return typeof value === 'object' && value !== null && 'currency' in value ? value.currency : '';
}
