import fc from 'fast-check';
import type { Quality } from '../handoff/score.ts';
import { type FieldNeed, fieldsOf, type HandoffField, type HandoffTemplate } from '../handoff/template.ts';

/** A template of plain text fields, one letter a field: `R` required, `c` recommended, `o` optional; a word a section. */
export function templateOf(...sections: string[]): HandoffTemplate {
  const needs: Record<string, FieldNeed> = { R: 'required', c: 'recommended', o: 'optional' };
  const name = { en: 'name', 'zh-CN': '名称' };
  return {
    kind: 'new-deal',
    version: 1,
    name,
    sections: sections.map((letters, at) => ({
      key: `s${at}`,
      name,
      fields: [...letters].map((letter, index): HandoffField => {
        const need = needs[letter] ?? 'optional';
        const base = { key: `s${at}f${index}`, label: name, help: name, unit: null, options: [], need };
        return {
          ...base,
          type: 'text',
          lines: 1,
          supplier: 'sales',
          weight: null,
          gate: need === 'required',
        };
      }),
    })),
  };
}

/** Answers of the given qualities, in the template's order. */
export function judged(template: HandoffTemplate, qualities: readonly Quality[]) {
  return Object.fromEntries(
    fieldsOf(template).map(({ key }, at) => [key, { answer: `answer ${at}`, quality: qualities[at] ?? 0 }]),
  );
}

const quality = fc.constantFrom<Quality>(0, 1, 2, 3);
const sections = fc.array(
  fc.array(fc.constantFrom('R', 'c', 'o'), { minLength: 1, maxLength: 6 }).map((letters) => letters.join('')),
  { minLength: 1, maxLength: 5 },
);
/** Templates of any shape with their answers judged in any way. */
export const handoffs = sections.chain((words) => {
  const template = templateOf(...words);
  const count = fieldsOf(template).length;
  return fc
    .array(quality, { minLength: count, maxLength: count })
    .map((list) => ({ template, qualities: list }));
});
