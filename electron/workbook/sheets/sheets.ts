import type { ImportFields } from '../field.ts';
import { accountSheet } from './account.ts';
import { contactSheet } from './contact.ts';
import { relationSheet } from './contact-relation.ts';
import { contractSheet } from './contract.ts';
import { priceSheet } from './contract-price.ts';
import {
  customChoiceSheet,
  customFieldSheet,
  schemeSheet,
  segmentSheet,
  valuePointSheet,
} from './definition.ts';
import { goalSheet, readingSheet } from './goal.ts';
import { noteSheet } from './note.ts';
import { fieldsOf } from './noun-sheet.ts';
import { promiseSheet } from './promise.ts';
import { taskSheet } from './task.ts';

/** The fields an import can fill, by noun. */
export const importFields: ImportFields = {
  account: fieldsOf(accountSheet),
  contact: fieldsOf(contactSheet),
  contact_relation: fieldsOf(relationSheet),
  contract: fieldsOf(contractSheet),
  contract_price: fieldsOf(priceSheet),
  note: fieldsOf(noteSheet),
  task: fieldsOf(taskSheet),
  goal: fieldsOf(goalSheet),
  goal_reading: fieldsOf(readingSheet),
  promise: fieldsOf(promiseSheet),
  value_point: fieldsOf(valuePointSheet),
  segmentation_scheme: fieldsOf(schemeSheet),
  segment: fieldsOf(segmentSheet),
  custom_field: fieldsOf(customFieldSheet),
  custom_choice: fieldsOf(customChoiceSheet),
};
