import { perDeclared } from '../../db/nouns.ts';
import { accountSheet } from '../account/sheet.ts';
import { relationSheet } from '../contact/relation-sheet.ts';
import { contactSheet } from '../contact/sheet.ts';
import { priceSheet } from '../contract/price-sheet.ts';
import { contractSheet } from '../contract/sheet.ts';
import {
  customChoiceSheet,
  customFieldSheet,
  schemeSheet,
  segmentSheet,
  valuePointSheet,
} from '../custom-field/definition-sheet.ts';
import { goalSheet, readingSheet } from '../goal/sheet.ts';
import type { ImportFields } from '../import/field.ts';
import { noteSheet } from '../note/sheet.ts';
import { sheetOf } from '../noun/sheet.ts';
import { taskSheet } from '../task/sheet.ts';
import { fieldsOf } from './noun-sheet.ts';

/** The fields an import can fill, by noun. */
export const importFields: ImportFields = {
  ...perDeclared((noun) => fieldsOf(sheetOf(noun))),
  account: fieldsOf(accountSheet),
  contact: fieldsOf(contactSheet),
  contact_relation: fieldsOf(relationSheet),
  contract: fieldsOf(contractSheet),
  contract_price: fieldsOf(priceSheet),
  note: fieldsOf(noteSheet),
  task: fieldsOf(taskSheet),
  goal: fieldsOf(goalSheet),
  goal_reading: fieldsOf(readingSheet),
  value_point: fieldsOf(valuePointSheet),
  segmentation_scheme: fieldsOf(schemeSheet),
  segment: fieldsOf(segmentSheet),
  custom_field: fieldsOf(customFieldSheet),
  custom_choice: fieldsOf(customChoiceSheet),
};
