import fc from 'fast-check';
import type { Field, Fields, FieldValue, Noun, Values } from '../kernel/define.ts';

/** Texts that files and searches stumble over. */
const texts = ['=SUM(A1)', 'A; B, C', '华为 (中国)', 'true', '007', '“quoted”', '🙂 مرحبا', 'x'.repeat(200)];
const word = fc.constantFrom(...texts);
const lines = fc.constantFrom(...texts, 'two\nlines');
const day = fc
  .integer({ min: 0, max: 730 })
  .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));

function anyValue(field: Field): fc.Arbitrary<FieldValue> {
  switch (field.is) {
    case 'line':
      return word;
    case 'prose':
      return lines;
    case 'date':
      return day;
    case 'yes-no':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: field.least ?? -1000, max: field.most ?? 1_000_000 });
    case 'figure':
      return thousandths(field.least ?? -1e6, field.most ?? 1e6);
    case 'percent':
      return thousandths(field.least ?? 0, field.most ?? 100);
    case 'money':
      return fc.record({
        minor: fc.integer({ min: field.signed ? -1_000_000 : 0, max: 9_999_999 }),
        currency: fc.constantFrom('CNY', 'JPY', 'KWD'),
      });
    case 'choice':
      return fc.constantFrom(...field.of);
    case 'tags':
      return fc.uniqueArray(fc.constantFrom('pilot', '试点', 'North'), { maxLength: 3 });
    case 'reference':
      return fc.constant(null);
  }
}

function thousandths(least: number, most: number): fc.Arbitrary<number> {
  return fc.integer({ min: Math.ceil(least * 1000), max: Math.floor(most * 1000) }).map((of) => of / 1000);
}

/**
 * Any facts of a row of the noun, optional ones left blank at times. References stay blank, unless
 * `links` has rows they may name.
 */
export function anyFacts(
  noun: Noun,
  links: Readonly<Record<string, readonly number[]>> = {},
): fc.Arbitrary<Values> {
  const fields: Fields = noun.fields;
  const shape = Object.entries(fields)
    .filter(([, field]) => !field.value)
    .map(([key, field]) => {
      const ids = field.is === 'reference' ? (links[field.to] ?? []) : [];
      const value = ids.length > 0 ? fc.constantFrom<FieldValue>(...ids) : anyValue(field);
      return [key, field.optional ? fc.option(value, { nil: null }) : value] as const;
    });
  return fc.record(Object.fromEntries(shape));
}
