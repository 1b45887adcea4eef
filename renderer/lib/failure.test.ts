import i18next from 'i18next';
import { afterAll, beforeAll, expect, test } from 'vitest';
import en from '../i18n/en.json';
import chinese from '../i18n/zh-CN.json';
import { refusalText } from './failure.ts';

beforeAll(async () => {
  const resources = { en: { translation: en }, 'zh-CN': { translation: chinese } };
  await i18next.init({ lng: 'en', resources, interpolation: { escapeValue: false } });
});
afterAll(() => i18next.changeLanguage('en'));

const later = {
  action: 'note.create',
  later: 'attachment.add',
  laterParameters: '{"name":"Minutes"}',
  laterAt: '2026-11-22T12:00:00.000Z',
  table: 'attachment',
};

test.each([
  {
    language: 'en',
    named:
      'This cannot be undone: “Attach Minutes” (2026-11-22) came later and depends on it. Nothing was changed. Undo that first, or edit the records by hand.',
    unnamed: 'This cannot be undone: what it created has been changed or used since. Nothing was changed.',
  },
  {
    language: 'zh-CN',
    named:
      '无法撤销：之后的「添加附件：Minutes」（2026-11-22）与它相冲突，未作任何改动。请先撤销后者，或手动修改相关记录。',
    unnamed: '无法撤销：相关记录之后又有修改，或已被引用。未作任何改动。',
  },
])(
  'what stands in the way of an undo is named in $language, and said where it has no name',
  async ({ language, named, unnamed }) => {
    await i18next.changeLanguage(language);
    const text = (parameters: Record<string, string>) =>
      refusalText({ code: 'change.conflict', parameters }, i18next.t);
    expect(text(later)).toBe(named);
    expect(text({ ...later, later: '', laterParameters: '{}', laterAt: '' })).toBe(unnamed);
  },
);
