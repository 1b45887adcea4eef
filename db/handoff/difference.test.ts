import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judged, templateOf } from '../testing/handoff-arbitrary.ts';
import { compareForm, type FieldContent, type FormField } from './difference.ts';
import { fieldsOf } from './template.ts';

const template = templateOf('Rc', 'o');
const content = (answer: string, evidence = '', comment = ''): FieldContent => ({
  answer,
  source: null,
  evidence,
  comment,
});
const row = (field: string, part: FieldContent | null, problem: FormField['problem'] = null): FormField => ({
  field,
  content: part,
  typed: part?.answer ?? 'typed',
  problem,
});
const kept = { s0f0: content('a'), s0f1: content('b', 'mail'), s1f0: content('') };
const form = [row('s0f0', content('a')), row('s0f1', content('b', 'mail')), row('s1f0', content(''))];

describe('a form that came back', () => {
  it('changes nothing when it says what the handoff says', () => {
    expect(compareForm(template, kept, form)).toEqual({ differences: [], unchanged: 3, unknown: [] });
  });

  it('shows before and after of every part that differs', () => {
    const changed = [row('s0f0', content('A', '', 'see mail')), ...form.slice(1)];
    expect(compareForm(template, kept, changed)).toMatchObject({
      differences: [
        { field: { key: 's0f0' }, section: 's0', changed: ['answer', 'comment'], before: content('a') },
      ],
      unchanged: 2,
    });
  });

  it('tells a cleared answer from a row that is gone', () => {
    const { differences } = compareForm(template, kept, [row('s0f0', content('')), row('s1f0', content(''))]);
    expect(differences).toMatchObject([
      { field: { key: 's0f0' }, changed: ['answer'], after: content(''), problem: null },
      { field: { key: 's0f1' }, changed: [], after: null, problem: 'row-missing' },
    ]);
  });

  it('offers nothing for an answer that could not be read or stands there twice, differently', () => {
    const twice = [row('s0f0', null, 'not-a-date'), ...form.slice(1), row('s0f1', content('other'))];
    expect(compareForm(template, kept, twice).differences).toMatchObject([
      { field: { key: 's0f0' }, problem: 'not-a-date', after: null, typed: 'typed' },
      { field: { key: 's0f1' }, problem: 'row-repeated', after: null },
    ]);
  });

  it('lists fields of another version apart, by what was written there or else by their key', () => {
    const rows = [...form, row('old', content('Budget: Li')), row('older', content(''))];
    expect(compareForm(template, kept, rows).unknown).toEqual(['Budget: Li', 'older']);
  });

  it('once taken over whole, changes nothing the second time', () => {
    const keys = fieldsOf(template).map(({ key }) => key);
    const text = fc.string({ maxLength: 5 });
    const fields = fc.tuple(
      ...keys.map((key) => fc.tuple(text, text, text).map((texts) => row(key, content(...texts)))),
    );
    fc.assert(
      fc.property(fields, (filled) => {
        const answers = Object.entries(judged(template, [])).map(([key, { answer }]) => [
          key,
          content(answer),
        ]);
        const before = Object.fromEntries(answers);
        const after = { ...before };
        for (const { field, after: taken } of compareForm(template, before, filled).differences) {
          after[field.key] = taken;
        }
        expect(compareForm(template, after, filled).differences).toEqual([]);
      }),
    );
  });
});
