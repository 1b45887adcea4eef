import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { actionKeys } from '../db/action.ts';
import { failureCodes } from '../db/failure.ts';
import type { Noun } from '../db/kernel/define.ts';
import { nouns } from '../db/nouns.ts';

/**
 * Checks the catalogs of words: the same keys in every language (plural forms as the language has them), the same
 * placeholders, the glossary's terms, nothing empty, nothing unused. Prints each problem; the exit code is 1 when there is one.
 */
const root = path.join(import.meta.dirname, '..');
const reference = 'en';
const languages = [reference, 'zh-CN'];

type Messages = Map<string, string>;

function flatten(value: unknown, prefix = ''): [string, string][] {
  if (typeof value === 'string') return [[prefix, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${prefix}: neither text nor group`);
  return Object.entries(value).flatMap(([key, part]) => flatten(part, prefix ? `${prefix}.${key}` : key));
}

function catalog(language: string): Messages {
  const file = path.join(root, 'renderer/i18n', `${language}.json`);
  return new Map(flatten(JSON.parse(readFileSync(file, 'utf8'))));
}

const plural = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(plural, '');
const placeholders = (text: string) => [...new Set(text.match(/\{\{\s*[\w.]+/g) ?? [])].sort().join(' ');

/** A plural message has every form its language distinguishes: `one` and `other` in English, `other` alone in Chinese. */
function formProblems(language: string, messages: Messages): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const stems = new Set([...messages.keys()].filter((key) => plural.test(key)).map(stem));
  return [...stems].flatMap((key) => [
    ...forms
      .filter((form) => !messages.has(`${key}_${form}`))
      .map((form) => `${language}: ${key}_${form} is missing`),
    ...[...messages.keys()]
      .filter((candidate) => plural.test(candidate) && stem(candidate) === key)
      .filter((candidate) => !forms.some((form) => candidate.endsWith(`_${form}`)))
      .map((candidate) => `${language}: ${candidate} is a form this language does not have`),
  ]);
}

function differenceProblems(language: string, messages: Messages, expected: Messages): string[] {
  const stems = (from: Messages) => new Set([...from.keys()].map(stem));
  const here = stems(messages);
  const there = stems(expected);
  const problems = [
    ...[...there].filter((key) => !here.has(key)).map((key) => `${language}: ${key} is missing`),
    ...[...here].filter((key) => !there.has(key)).map((key) => `${language}: ${key} is not in ${reference}`),
  ];
  for (const [key, text] of messages) {
    if (text.trim() === '') problems.push(`${language}: ${key} is empty`);
    const original = expected.get(key) ?? expected.get(`${stem(key)}_other`);
    if (original !== undefined && placeholders(original) !== placeholders(text) && !key.endsWith('_one'))
      problems.push(`${language}: ${key} has other placeholders than ${reference}`);
  }
  return problems;
}

/** The keys that follow from a declared noun: what it, its fields and their choices are called. */
function nounKeys({ name, fields, page }: Noun): string[] {
  const own = ['title', 'new', 'edit', 'deleted', 'count', 'empty.title', 'empty.teach'];
  return [
    ...own.map((key) => `${name}.${key}`),
    ...Object.keys(fields).map((key) => `${name}.field.${key}`),
    ...Object.entries(fields).flatMap(([key, field]) =>
      field.is === 'choice' ? field.of.map((choice) => `${name}.choice.${key}.${choice}`) : [],
    ),
    ...(page ? [`guide.text.${name}`] : []),
  ];
}
const hints = nouns.flatMap(({ name, fields }) => Object.keys(fields).map((key) => `${name}.hint.${key}`));

/** Every action and every failure has its sentence, every noun its words. */
function missingMessageProblems(messages: Messages): string[] {
  const needed = [
    ...actionKeys.map((key) => `action.${key}`),
    ...failureCodes.map((code) => `failure.${code}`),
    ...nouns.flatMap(nounKeys),
  ];
  const known = new Set([...messages.keys()].map(stem));
  return needed.filter((key) => !known.has(key)).map((key) => `${reference}: ${key} is missing`);
}

/** Chinese running text has full-width punctuation; the half-width kind beside a Chinese character is a slip. */
function punctuationProblems(language: string, messages: Messages): string[] {
  const slip = /\p{Script=Han}[,:;!?(]|[,:;!?)]\p{Script=Han}/u;
  return [...messages]
    .filter(([, text]) => slip.test(text))
    .map(([key, text]) => `${language}: ${key}: half-width punctuation in “${text}”`);
}

type Term = {
  readonly en: string;
  readonly zh: string;
  readonly avoid?: { readonly en?: string[]; readonly zh?: string[] };
};

/** One word per concept: the glossary names the words that are not used for it, in either language. */
function glossaryProblems(language: string, messages: Messages): string[] {
  const terms = JSON.parse(readFileSync(path.join(root, 'docs/glossary.json'), 'utf8')) as Term[];
  return terms.flatMap(({ en, zh, avoid }) => {
    const [term, strays] = language === 'zh-CN' ? [zh, avoid?.zh ?? []] : [en, avoid?.en ?? []];
    return strays.flatMap((stray) => {
      const found = language === 'zh-CN' ? new RegExp(stray) : new RegExp(`\\b${stray}s?\\b`, 'i');
      return [...messages]
        .filter(([, text]) => found.test(text))
        .map(([key, text]) => `${language}: ${key}: “${stray}” in “${text}”; the glossary says “${term}”`);
    });
  });
}

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}

/** A key is used when it stands in the code as a text, or begins like a text that is completed at run time. */
function unusedProblems(messages: Messages): string[] {
  const code = ['electron', 'renderer', 'db'].flatMap(sources).join('\n');
  const literals = new Set([
    ...nouns.flatMap(nounKeys),
    ...hints,
    ...(code.match(/(?<=['"`])[a-zA-Z][\w.-]*(?=['"`])/g) ?? []),
  ]);
  const beginnings = [
    ...new Set(code.match(/(?<=`)[a-zA-Z][\w.-]*\.(?=\$\{)/g) ?? []),
    ...nouns.map(({ name }) => `${name}.field.`), // a sheet may have columns that are no field
  ];
  return [...new Set([...messages.keys()].map(stem))]
    .filter((key) => !literals.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)))
    .map((key) => `${reference}: ${key} is used nowhere`);
}

const expected = catalog(reference);
const problems = [
  ...languages.flatMap((language) => formProblems(language, catalog(language))),
  ...languages.slice(1).flatMap((language) => differenceProblems(language, catalog(language), expected)),
  ...punctuationProblems('zh-CN', catalog('zh-CN')),
  ...languages.flatMap((language) => glossaryProblems(language, catalog(language))),
  ...missingMessageProblems(expected),
  ...unusedProblems(expected),
];
for (const problem of problems) console.error(problem);
console.log(`${expected.size} messages in ${languages.length} languages, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
