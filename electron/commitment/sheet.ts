import { commitmentSides, commitmentStatuses } from '../../db/commitment/rule.ts';
import type { ExportedRow } from '../../db/export/query.ts';
import { accountReference } from '../account/reference.ts';
import { type NounSheet, ownWords } from '../export/noun-sheet.ts';

// Exports made before the noun was renamed head these columns “Promise” and “Whose promise”.
export const commitmentSheet: NounSheet<ExportedRow<'commitment'>> = {
  noun: 'commitment',
  headingKey: (column) => `commitment.sheet.${column}`,
  choiceKey: (column, key) => `commitment.${column}.${key}`,
  columns: [
    ...accountReference,
    { key: 'text', is: 'text', value: ({ text }) => text, wrap: true, width: 50, synonyms: ['Promise'] },
    {
      key: 'side',
      is: 'choice',
      value: ({ side }) => side,
      labels: ownWords(commitmentSides),
      synonyms: ['Whose promise'],
    },
    { key: 'promisedBy', is: 'text', value: ({ promised_by }) => promised_by, synonyms: [] },
    { key: 'promisedTo', is: 'text', value: ({ promised_to }) => promised_to, synonyms: [] },
    { key: 'madeOn', is: 'date', value: ({ made_on }) => made_on, synonyms: [] },
    { key: 'dueOn', is: 'date', value: ({ due_on }) => due_on, synonyms: [] },
    {
      key: 'status',
      is: 'choice',
      value: ({ status }) => status,
      labels: ownWords(commitmentStatuses),
      synonyms: [],
    },
    { key: 'scoredOn', is: 'date', value: ({ scored_on }) => scored_on, synonyms: [] },
    { key: 'isOfRenewal', is: 'yes-no', value: ({ source_noun }) => source_noun === 'renewal', synonyms: [] },
    { key: 'comment', is: 'text', value: ({ comment }) => comment, wrap: true, synonyms: [] },
  ],
};
