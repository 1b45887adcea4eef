import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../types/language.ts';
import {
  builtInTemplates,
  fillTemplate,
  type MailValues,
  mailVariables,
  messageText,
  missingVariables,
  unknownNames,
} from './template.ts';

const everything = Object.fromEntries(mailVariables.map((name) => [name, `<${name}>`])) as MailValues;

test('values stand where they are named', () => {
  const parts = fillTemplate('Dear {{contact}}, {{ csm }} here.', everything);
  expect(messageText(parts)).toBe('Dear <contact>, <csm> here.');
});

test('what is not known is marked, told once, and keeps the message from being sent', () => {
  const parts = fillTemplate('{{contact}}: {{products}}, {{products}}', { ...everything, products: '  ' });
  expect(parts.map(({ part }) => part)).toEqual(['value', 'words', 'missing', 'words', 'missing']);
  expect(missingVariables(parts)).toEqual(['products']);
  expect(messageText(parts)).toBeNull();
});

test('a name that is no variable is a slip, not a text', () => {
  const parts = fillTemplate('Dear {{contcat}}', everything);
  expect(unknownNames(parts)).toEqual(['contcat']);
  expect(messageText(parts)).toBeNull();
});

describe.each(languages)('the built-in welcome in %s', (language) => {
  const { subject, body } = builtInTemplates.welcome[language];

  test('names only variables there are, and is whole once they are known', () => {
    for (const text of [subject, body]) {
      const parts = fillTemplate(text, everything);
      expect(unknownNames(parts)).toEqual([]);
      expect(messageText(parts)).not.toBeNull();
    }
  });

  test('is written in its language', () => {
    if (language === 'en') expect(subject + body).not.toMatch(/\p{Script=Han}/u);
    else expect(body).toMatch(/\p{Script=Han}/u);
  });
});

test('braces around a variable are a slip, and the message is not sent with them', () => {
  const parts = fillTemplate('Dear {{{{contact}}}}', everything);
  expect(unknownNames(parts)).toEqual(['{{', '}}']);
  expect(messageText(parts)).toBeNull();
});

test('a message that can be sent holds no braces of a template, whatever the template', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('{{', '}}', '{{x}}', ...mailVariables.map((name) => `{{${name}}}`)),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = messageText(fillTemplate(pieces.join(''), everything));
      if (text !== null) expect(text).not.toMatch(/\{\{[^{}]*\}\}/);
    }),
  );
});
