import { skipToken, useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';

export type HistoryTable = 'account' | 'contact' | 'contract' | 'note';

/** Columns that say nothing to a reader: where the row belongs, and what follows from the others. */
const unstated = new Set(['account_id', 'annual_minor']);
const yesNo = new Set(['auto_renews', 'is_trial']);
/** Fields whose words stand under another name than the column's. */
const fieldOf: Readonly<Record<string, string>> = {
  amount_minor: 'contract.field.amount',
  contact_id: 'note.field.contactName',
  renews_contract_id: 'contract.renewsEarlier',
  archived_at: 'account.list.archived',
};

/** A record's changes in the words its form uses: names of fields, choices, people and money. */
export function useChangeWords(table: HistoryTable, accountId: number, currency: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: contacts } = useQuery(
    api.contact.list.queryOptions(table === 'note' ? { accountId } : skipToken),
  );
  const { data: contracts } = useQuery(
    api.contract.list.queryOptions(table === 'contract' ? { accountId } : skipToken),
  );

  function text(column: string, value: unknown): string {
    if (value === null || value === undefined || value === '' || value === '[]') return t('change.empty');
    if (column === 'amount_minor') return format.exactMoney({ minor: Number(value), currency });
    if (column === 'archived_at') return format.longDate(format.dayOf(String(value)));
    if (column === 'contact_id')
      return contacts?.find(({ id }) => id === value)?.name ?? t('change.goneSince');
    if (column === 'renews_contract_id') {
      const renewed = contracts?.contracts.find(({ id }) => id === value);
      return renewed ? `${renewed.startOn} – ${renewed.endOn ?? ''}` : t('change.goneSince');
    }
    if (yesNo.has(column)) return t(value === 1 ? 'app.yes' : 'app.no');
    if (column === 'tags') return (JSON.parse(String(value)) as string[]).join(t('grid.and'));
    const choice = `${table}.choice.${camel(column)}.${String(value)}`;
    return i18next.exists(choice) ? String(i18next.t(choice as 'note.choice.kind.call')) : String(value);
  }

  return {
    text,
    isShown: (column: string): boolean => !unstated.has(column),
    name: (column: string): string => {
      const key = fieldOf[column] ?? `${table}.field.${camel(column)}`;
      return i18next.exists(key) ? String(i18next.t(key as 'account.field.name')) : column;
    },
  };
}

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
