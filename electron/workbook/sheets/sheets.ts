import type { ImportNoun } from '../../../db/domain/import-noun.ts';
import type { Field } from '../field.ts';
import { accountSheet } from './account.ts';
import { contactSheet } from './contact.ts';
import { contractSheet } from './contract.ts';
import { noteSheet } from './note.ts';
import { fieldsOf } from './noun-sheet.ts';

/** The fields an import can fill, by noun. */
export const importFields: Readonly<Record<ImportNoun, readonly Field[]>> = {
  account: fieldsOf(accountSheet),
  contact: fieldsOf(contactSheet),
  contract: fieldsOf(contractSheet),
  note: fieldsOf(noteSheet),
};
