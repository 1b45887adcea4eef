import type { OwnColumns } from '../noun/own-column.ts';

/** Exports made before the noun was renamed head these columns “Promise” and “Whose promise”; a renewal talk has no row to name. */
export const commitmentColumns: OwnColumns = {
  synonyms: { text: ['Promise'], side: ['Whose promise'] },
  columns: [
    {
      key: 'isOfRenewal',
      is: 'yes-no',
      value: ({ values }) => values.sourceNoun === 'renewal',
      synonyms: [],
      facts: (value) => (value === true ? { source_noun: 'renewal' } : {}),
    },
  ],
};
