import { type Facts, type ImportRules, nameIdentity } from '../import/plan.ts';
import { identities, missing } from '../import/rules.ts';
import type { IsoDate } from '../types/calendar.ts';
import { columnOf, type FieldValue, type Noun, tableOf } from './define.ts';
import { cellsOf, columnsOf, finished, isNeeded, sheetFields, valueIn } from './field.ts';

/** How an import knows a row again, what it fills in and computes, and what a row needs. */
export function nounRules(noun: Noun, today: IsoDate): ImportRules {
  const fields = Object.entries(noun.fields);
  const needed = [
    ...(noun.account === 'must' ? ['account_id'] : []),
    ...fields.flatMap(([key, field]) => (isNeeded(field) ? columnsOf(key, field) : [])),
  ];
  // A row that leaves these to us is known again by the rest; two that state them differently are two.
  const filledIn = noun.identity.filter((key) => {
    const field = noun.fields[key];
    return field !== undefined && 'initial' in field && field.initial !== undefined;
  });
  const certain = noun.identity.filter((key) => !filledIn.includes(key));
  return {
    key(facts) {
      const parts = filledIn.map((key) => facts[columnOf(key)] ?? null);
      return parts.length === 0 || parts.includes(null) ? null : JSON.stringify(parts);
    },
    identities: (facts) =>
      identities([
        tableOf(noun),
        ...(noun.account === 'none' ? [] : [facts.account_id ?? (noun.account === 'may' ? 0 : null)]),
        ...certain.map((key) => identityPart(facts[columnOf(key)])),
      ]),
    finish(facts) {
      const said: Record<string, FieldValue> = {};
      for (const [key, field] of fields)
        if (columnsOf(key, field).some((column) => column in facts)) said[key] = valueIn(key, field, facts);
      const values = finished(noun, said, { today, before: null });
      const cells = fields.map(([key, field]) => cellsOf(key, field, values[key] ?? null));
      return Object.assign({ ...facts }, ...cells) as Facts;
    },
    refusal: (facts) => missing(facts, ...needed),
  };
}

/** Numbers and days as they are; texts without what does not tell two apart. */
function identityPart(cell: Facts[string] | undefined): string | number {
  return typeof cell === 'number' ? cell : (nameIdentity(cell) ?? '');
}

const ofAccount = ['accountKey', 'accountName'];

/** Fields of its sheet without which no row can be imported; one of each group. */
export function neededSheetFields(noun: Noun): string[][] {
  return [
    ...(noun.account === 'must' ? [ofAccount] : []),
    ...sheetFields(noun).flatMap(([key, field]) => (isNeeded(field) ? [[key]] : [])),
  ];
}
