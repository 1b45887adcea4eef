import { relationKinds } from '../../db/contact/relationship.ts';
import type { ExportedRow } from '../../db/export/query.ts';
import { accountReference } from '../account/reference.ts';
import { type NounSheet, ownWords } from '../export/noun-sheet.ts';

/** Who at an account stands how to whom, each named by name and, where there is one, by e-mail. */
export const relationSheet: NounSheet<ExportedRow<'contact_relation'>> = {
  noun: 'contact_relation',
  headingKey: (column) => `contact.relationSheet.${column}`,
  choiceKey: (_, key) => `contact.relation.verb.${key}`,
  columns: [
    ...accountReference,
    { key: 'contactName', is: 'text', value: ({ contact_name }) => contact_name, synonyms: [] },
    { key: 'contactEmail', is: 'text', value: ({ contact_email }) => contact_email, synonyms: [] },
    { key: 'kind', is: 'choice', value: ({ kind }) => kind, labels: ownWords(relationKinds), synonyms: [] },
    { key: 'otherName', is: 'text', value: ({ other_name }) => other_name, synonyms: [] },
    { key: 'otherEmail', is: 'text', value: ({ other_email }) => other_email, synonyms: [] },
  ],
};
