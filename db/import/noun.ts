import { tableOf } from '../kernel/define.ts';
import { referencesOf } from '../kernel/field.ts';
import { neededSheetFields } from '../kernel/import.ts';
import { type NounTable, nouns, nounTables, perDeclared } from '../nouns.ts';

/** The nouns whose sheets and rules are written by hand, in the order they are imported. */
const specialNouns = [
  'custom_field',
  'custom_choice',
  'segmentation_scheme',
  'segment',
  'value_point',
  'account',
  'contact',
  'contact_relation',
  'contract',
  'contract_price',
  'note',
  'task',
  'goal',
  'goal_reading',
] as const;
export type SpecialNoun = (typeof specialNouns)[number];

/** What an import brings, each called like its table, in the order it is written: what others refer to comes first. */
export const importNouns: readonly ImportNoun[] = [...specialNouns, ...nounTables];
export type ImportNoun = SpecialNoun | NounTable;

/** What people keep lists of. Every other noun is proposed only for a sheet of the book's own export. */
export const listedNouns = [
  'account',
  'contact',
  'contract',
  'note',
  'goal_reading',
] as const satisfies readonly ImportNoun[];

/** What defines the user's own columns of accounts. */
export const definingNouns = [
  'custom_field',
  'custom_choice',
  'segmentation_scheme',
  'segment',
] as const satisfies readonly ImportNoun[];

/** What the rows of a noun refer to. */
export function referredTo(noun: ImportNoun): readonly ImportNoun[] {
  return isSpecial(noun) ? specialReferences[noun] : declaredReferences(noun);
}

export function isSpecial(noun: ImportNoun): noun is SpecialNoun {
  return specialNouns.some((special) => special === noun);
}

function declaredReferences(table: NounTable): ImportNoun[] {
  return nouns
    .filter((noun) => tableOf(noun) === table)
    .flatMap((noun) => [
      ...(noun.account === 'must' ? ['account' as const] : []),
      ...importNouns.filter((other) => referencesOf(noun).some(([, { to }]) => to === other)),
    ]);
}

const specialReferences: Readonly<Record<SpecialNoun, readonly ImportNoun[]>> = {
  custom_field: [],
  custom_choice: ['custom_field'],
  segmentation_scheme: [],
  segment: ['segmentation_scheme'],
  value_point: [],
  account: [],
  contact: ['account'],
  contact_relation: ['account', 'contact'],
  contract: ['account'],
  contract_price: ['account', 'contract'],
  note: ['account', 'contact'],
  task: ['account'],
  goal: ['account', 'value_point'],
  goal_reading: ['account', 'goal'],
};

/** A record with something for each noun. */
export function perNoun<T>(of: (noun: ImportNoun) => T): Readonly<Record<ImportNoun, T>> {
  return Object.fromEntries(importNouns.map((noun) => [noun, of(noun)])) as Record<ImportNoun, T>;
}

type FieldGroups<Noun extends string> = Readonly<Record<Noun, readonly (readonly string[])[]>>;

const ofAccount = ['accountKey', 'accountName'];

/** Fields without which no row of the noun can be imported; one of each group. */
export const neededFields: FieldGroups<ImportNoun> = {
  ...perDeclared(neededSheetFields),
  custom_field: [['name'], ['kind']],
  custom_choice: [['fieldName'], ['name']],
  segmentation_scheme: [['name'], ['kind']],
  segment: [['schemeName'], ['name']],
  value_point: [['name']],
  account: [['name', 'key']],
  contact: [ofAccount, ['name', 'lastName', 'firstName', 'email']],
  contact_relation: [ofAccount, ['contactName', 'contactEmail'], ['otherName', 'otherEmail'], ['kind']],
  contract: [[...ofAccount, 'key']],
  contract_price: [['contractKey', 'contractStartOn'], ['fromOn'], ['price']],
  note: [ofAccount, ['body'], ['occurredOn']],
  task: [['title']],
  goal: [ofAccount, ['metric'], ['direction']],
  goal_reading: [ofAccount, ['goalMetric'], ['readOn'], ['value']],
};

/** Fields without which rows hardly are of the noun, to tell a sheet by; one of each group. */
export const distinctiveFields: FieldGroups<ImportNoun> = {
  ...neededFields,
  contract: [...neededFields.contract, ['startOn', 'endOn', 'amount', 'monthlyAmount', 'annualAmount']],
  note: [ofAccount, ['body']],
};
