import { z } from 'zod';
import type { Draft, Field, Noun, Values } from '../../db/kernel/define.ts';
import { isNeeded } from '../../db/kernel/field.ts';
import { currency, date, dateOrNull, line, lineOrNull, prose, proseOrNull } from './field.ts';

/** What a request may say in a field; blank text is unknown. */
function valueSchema(field: Field): z.ZodType {
  const orNull = (schema: z.ZodType) => (field.optional ? schema.nullable() : schema);
  switch (field.is) {
    case 'line':
      return field.optional ? lineOrNull : line;
    case 'prose':
      return field.optional ? proseOrNull : prose;
    case 'date':
      return field.optional ? dateOrNull : date;
    case 'yes-no':
      return orNull(z.boolean());
    case 'integer':
      return orNull(
        z
          .int()
          .min(field.least ?? Number.MIN_SAFE_INTEGER)
          .max(field.most ?? Number.MAX_SAFE_INTEGER),
      );
    case 'figure':
      return orNull(limited(field.least, field.most));
    case 'percent':
      return orNull(limited(field.least ?? 0, field.most ?? 100));
    case 'money':
      return orNull(z.object({ minor: field.signed ? z.int() : z.int().nonnegative(), currency }));
    case 'choice':
      return orNull(z.enum(field.of));
    case 'reference':
      return orNull(z.int());
    case 'tags':
      return z.array(line).max(100).readonly();
  }
}

function limited(least: number | undefined, most: number | undefined): z.ZodType {
  const number = least === undefined ? z.number() : z.number().min(least);
  return most === undefined ? number : number.max(most);
}

function shapeOf(noun: Noun, isNew: boolean): z.ZodRawShape {
  const said = Object.entries(noun.fields).filter(([, field]) => !field.value);
  const accountId =
    noun.account === 'must' ? z.int() : noun.account === 'may' ? z.int().nullable() : z.undefined();
  const fields = said.map(([key, field]) => {
    const schema = valueSchema(field);
    return [key, isNew && isNeeded(field) ? schema : schema.optional()] as const;
  });
  return {
    ...Object.fromEntries(fields),
    accountId: isNew && noun.account === 'must' ? accountId : accountId.optional(),
  };
}

/** What may be said of a new row; the type comes from the definition as the schema does, which the compiler cannot follow. */
export function draftSchema<N extends Noun>(noun: N): z.ZodType<Draft<N>, Values> {
  return z.strictObject(shapeOf(noun, true)) as unknown as z.ZodType<Draft<N>, Values>;
}

/** What may be changed of a row that is there. */
export function changeSchema<N extends Noun>(noun: N): z.ZodType<Partial<Draft<N>>, Values> {
  return z.strictObject(shapeOf(noun, false)) as unknown as z.ZodType<Partial<Draft<N>>, Values>;
}
