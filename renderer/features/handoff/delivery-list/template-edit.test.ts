import { expect, test } from 'vitest';
import { readTemplate } from '../../../../db/handoff/template.ts';
import { changedField, moved, newField, newSection } from './template-edit.ts';

const labels = { en: 'Word', 'zh-CN': '词' };

test('a field changed in any way breaks no rule but the ones about words', () => {
  const field = { ...newField(), label: labels, help: labels };
  const problemsOf = (parts: Parameters<typeof changedField>[1]) =>
    readTemplate({
      kind: 'new-deal',
      version: 1,
      name: labels,
      sections: [{ ...newSection(), name: labels, fields: [changedField(field, parts)] }],
    }).problems.map(({ code }) => code);
  expect(problemsOf({ need: 'required', gate: false })).toEqual([]);
  expect(problemsOf({ type: 'date', unit: labels })).toEqual([]);
  expect(problemsOf({ type: 'choice' })).toEqual(['text-missing', 'text-missing']);
});

test('choices go when the field is no choice any more', () => {
  const choice = changedField(newField(), { type: 'choice' });
  expect(choice.options).toHaveLength(1);
  expect(changedField(choice, { type: 'text' }).options).toEqual([]);
});

test('an entry moves one place, and stays at the end it has reached', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
