import type { ExportedRow } from '../../db/export/query.ts';
import { accountReference } from '../account/reference.ts';
import type { NounSheet } from '../export/noun-sheet.ts';

/** Prices that changed; a contract without a key is named by its first day and product. */
export const priceSheet: NounSheet<ExportedRow<'contract_price'>> = {
  noun: 'contract_price',
  headingKey: (column) => `contract.priceSheet.${column}`,
  choiceKey: (_, key) => key,
  columns: [
    { key: 'contractKey', is: 'text', value: ({ contract_key }) => contract_key, synonyms: [] },
    ...accountReference,
    { key: 'contractProduct', is: 'text', value: ({ product }) => product, synonyms: [] },
    { key: 'contractStartOn', is: 'date', value: ({ start_on }) => start_on, synonyms: [] },
    { key: 'fromOn', is: 'date', value: ({ from_on }) => from_on, synonyms: [] },
    {
      key: 'price',
      is: 'money',
      value: ({ amount_minor, currency }) => ({ minor: amount_minor, currency }),
      synonyms: [],
    },
    { key: 'currency', is: 'currency', value: ({ currency }) => currency, synonyms: [] },
    { key: 'seats', is: 'integer', least: 0, value: ({ seats }) => seats, synonyms: [] },
  ],
};
