import { type CrmNoun, crmColumns } from '../../db/handoff/crm-export.ts';
import type { Field } from './field.ts';

const dates = new Set(['createdOn', 'closedOn', 'startOn', 'endOn']);

/** The columns of a CRM's export as fields, to read a customer's rows by; a file of another make is matched by likeness. */
export const crmFields: Readonly<Record<CrmNoun, readonly Field[]>> = {
  account: fieldsFor('account'),
  opportunity: fieldsFor('opportunity'),
  contact: fieldsFor('contact'),
};

function fieldsFor(noun: CrmNoun): Field[] {
  return Object.entries(crmColumns[noun]).map(([key, headings]: [string, readonly string[]]) => {
    const [en = key] = headings;
    return {
      key,
      kind: { is: dates.has(key) ? 'date' : 'text' },
      label: { en, 'zh-CN': headings.find((word) => /\p{Script=Han}/u.test(word)) ?? en },
      synonyms: headings,
    };
  });
}

/** Without one of each group, rows of a file of another make are hardly of the noun. */
export const crmNeeded: Readonly<Record<CrmNoun, readonly (readonly string[])[]>> = {
  account: [['accountName'], ['industry', 'employees', 'city', 'country', 'description']],
  opportunity: [['name'], ['amount', 'closedOn', 'stage']],
  contact: [
    ['name', 'lastName', 'firstName'],
    ['email', 'title', 'phone', 'role'],
  ],
};
