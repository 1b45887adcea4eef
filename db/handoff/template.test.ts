import { describe, expect, it } from 'vitest';
import source from '../models/delivery-list.json' with { type: 'json' };
import { builtInTemplates, deliveryList, fieldsOf, readTemplate } from './template.ts';

/** The built-in list with one part of it changed. */
function changed(change: (copy: typeof source) => void) {
  const copy = structuredClone(source);
  change(copy);
  return readTemplate(copy);
}

describe('the built-in delivery list', () => {
  it('has the six sections of a new deal, in the order they are gone through', () => {
    expect(deliveryList.sections.map(({ key }) => key)).toEqual([
      'basics',
      'order',
      'technical',
      'outcome',
      'people',
      'promises',
    ]);
  });

  it('has the five parts of the question bank for a handover between CSMs', () => {
    expect(builtInTemplates['csm-to-csm'].sections.map(({ key }) => key)).toEqual([
      'communication',
      'documents',
      'usage',
      'renewal',
      'promises',
    ]);
  });

  it('asks for an expansion only what is new: nothing of the account itself, and fewer fields', () => {
    expect(builtInTemplates.expansion.sections.some(({ key }) => key === 'basics')).toBe(false);
    expect(fieldsOf(builtInTemplates.expansion).length).toBeLessThan(fieldsOf(deliveryList).length);
  });
});

describe.each(Object.values(builtInTemplates))('the built-in list for $kind', (template) => {
  it('asks for at least one answer in every section before it may be accepted', () => {
    for (const { fields } of template.sections) expect(fields.some(({ gate }) => gate)).toBe(true);
  });

  it('asks by the same type for what another list asks under the same key', () => {
    for (const { key, type } of fieldsOf(template)) {
      const other = fieldsOf(deliveryList).find((field) => field.key === key);
      expect([key, other?.type ?? type]).toEqual([key, type]);
    }
  });

  it('says what a good answer is in both languages, never the same words in both', () => {
    for (const { label, help } of fieldsOf(template)) {
      expect(label.en).not.toBe(label['zh-CN']);
      expect(help.en).not.toBe(help['zh-CN']);
      expect(help['zh-CN']).toMatch(/\p{Script=Han}.*[。」\uff1f]$/u);
    }
  });

  it('punctuates Chinese as Chinese', () => {
    for (const { help } of fieldsOf(template)) {
      expect(help['zh-CN']).not.toMatch(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u);
    }
  });
});

describe('reading a template', () => {
  it('finds nothing wrong with the built-in one', () => {
    expect(readTemplate(source).problems).toEqual([]);
  });

  it('reads a template it gave as the same template', () => {
    expect(readTemplate(JSON.parse(JSON.stringify(deliveryList))).template).toEqual(deliveryList);
  });

  it.each([null, [], 'x', 3, {}])('refuses %j', (other) => {
    expect(readTemplate(other).template).toBeNull();
  });

  it('names the place of a text that is missing in one language', () => {
    const { problems } = changed((copy) => {
      Object.assign(copy.sections[1]?.fields[2]?.help ?? {}, { 'zh-CN': ' ' });
    });
    expect(problems).toEqual([{ path: 'sections.1.fields.2.help.zh-CN', code: 'text-missing' }]);
  });

  it('lists every problem, not only the first', () => {
    const { problems } = changed((copy) => {
      Object.assign(copy, { kind: 'merger', version: 0 });
      Object.assign(copy.sections[0]?.fields[0] ?? {}, { key: 'Industry!' });
    });
    expect(problems).toEqual([
      { path: 'sections.0.fields.0.key', code: 'key-invalid' },
      { path: 'kind', code: 'unknown-value' },
      { path: 'version', code: 'out-of-range' },
    ]);
  });

  it('refuses the same field key twice, in other sections too', () => {
    const { problems } = changed((copy) =>
      Object.assign(copy.sections[2]?.fields[0] ?? {}, { key: 'industry' }),
    );
    expect(problems).toEqual([{ path: 'fields.industry', code: 'key-repeated' }]);
  });

  it('refuses a required field that is no gate, a choice without choices and choices elsewhere', () => {
    expect(
      changed((copy) => Object.assign(copy.sections[0]?.fields[0] ?? {}, { gate: false })).problems,
    ).toEqual([{ path: 'sections.0.fields.0.gate', code: 'required-without-gate' }]);
    expect(
      changed((copy) => Object.assign(copy.sections[0]?.fields[1] ?? {}, { type: 'text' })).problems,
    ).toEqual([{ path: 'sections.0.fields.1.options', code: 'options-misplaced' }]);
    expect(
      changed((copy) => Object.assign(copy.sections[0]?.fields[0] ?? {}, { type: 'choice' })).problems,
    ).toEqual([{ path: 'sections.0.fields.0.options', code: 'options-misplaced' }]);
  });

  it('takes a weight of its own from 1 to 9, and none for the usual one', () => {
    const weigh = (weight: unknown) =>
      changed((copy) => Object.assign(copy.sections[0]?.fields[0] ?? {}, { weight }));
    expect(weigh(9).template?.sections[0]?.fields[0]?.weight).toBe(9);
    expect(weigh(null).template?.sections[0]?.fields[0]?.weight).toBeNull();
    for (const wrong of [0, 10, 1.5, '3'])
      expect(weigh(wrong).problems).toEqual([{ path: 'sections.0.fields.0.weight', code: 'out-of-range' }]);
  });

  it('refuses a section without fields and a list nobody could fill in', () => {
    expect(changed((copy) => copy.sections[0]?.fields.splice(0)).problems).toEqual([
      { path: 'sections.0.fields', code: 'empty' },
    ]);
    const field = source.sections[0]?.fields[0];
    const many = Array.from({ length: 10_000 }, (_, at) => ({ ...field, key: `field-${at}` }));
    expect(changed((copy) => Object.assign(copy.sections[0] ?? {}, { fields: many })).problems).toEqual([
      { path: 'sections.0.fields', code: 'out-of-range' },
      { path: 'sections', code: 'out-of-range' },
    ]);
  });
});
