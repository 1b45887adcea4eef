import { newChoice, plannedKey } from '../../db/custom-field/own-column.ts';
import { type CustomField, liveCustomFields } from '../../db/custom-field/query.ts';
import { customFieldKey, longestText } from '../../db/custom-field/rule.ts';
import { nameIdentity } from '../../db/import/plan.ts';
import type { Reader } from '../../db/schema.ts';
import { schemeOf, segmentKey } from '../../db/segment/rule.ts';
import { listSchemes, type Scheme } from '../../db/segment/scheme-query.ts';
import { headingWord } from '../../db/types/heading-word.ts';
import type { Language } from '../../db/types/language.ts';
import { importFields } from '../export/sheets.ts';
import { messagesIn } from '../messages.ts';
import { type Definition, definitionsIn } from './definitions.ts';
import type { Field, ImportFields, Kind } from './field.ts';
import { headingsOf } from './match.ts';
import type { Source } from './read.ts';
import type { TableChoice } from './table-choice.ts';

/**
 * The fields an import into this book can fill: every noun's, and of an account its segments and the user's own fields. Those
 * that the file itself is about to define stand among them by their names.
 */
export async function importFieldsIn(
  db: Reader,
  source: Source | null = null,
  choices: readonly TableChoice[] = [],
): Promise<ImportFields> {
  const schemes = (await listSchemes(db)).map(segmentField);
  const own = (await liveCustomFields(db)).map(customField);
  const defined = source ? definitionsIn(source, choices) : [];
  return {
    ...importFields,
    account: [...importFields.account, ...withDefined([...schemes, ...own], defined)],
  };
}

/** What is about to be defined goes to the end; words that are new to a field of the book are choices of it already. */
function withDefined(fields: readonly Field[], defined: readonly Definition[]): Field[] {
  const intended = (field: Field) => {
    const is = schemeOf(field.key) === null ? 'custom' : 'segment';
    return (each: Definition) => each.is === is && nameIdentity(each.name) === nameIdentity(field.own);
  };
  const known = fields.map((field) => {
    const labels = defined.filter(intended(field)).flatMap((each) => each.labels);
    return field.kind.is === 'choice' ? { ...field, kind: withWords(field.kind, labels) } : field;
  });
  const added = defined
    .filter((each) => !fields.some((field) => intended(field)(each)))
    .flatMap((each): Field[] => {
      const { is, name, kind, labels } = each;
      const key = plannedKey(each);
      if (is === 'segment')
        return [{ ...segmentField({ id: 0, name }), key, kind: withWords(choiceOf([]), labels) }];
      if (kind === null) return [];
      const field = customField({ id: 0, name, kind, choices: [] });
      return [
        { ...field, key, kind: field.kind.is === 'choice' ? withWords(field.kind, labels) : field.kind },
      ];
    });
  return [...known, ...added];
}

type Choice = Extract<Kind, { is: 'choice' }>;

function withWords(kind: Choice, labels: readonly string[]): Choice {
  const known = new Set(Object.values(kind.choices).map(([word]) => nameIdentity(word)));
  const added = labels.filter((word) => !known.has(nameIdentity(word)));
  return {
    ...kind,
    choices: { ...kind.choices, ...Object.fromEntries(added.map((word) => [`${newChoice}${word}`, [word]])) },
  };
}

const taken = new Set(importFields.account.flatMap(headingsOf));

/** The heading of a user's own column in our lists: its name, unless a column of that name is the account's own. */
export function ownHeading(is: 'segmentColumn' | 'ownColumn', name: string, language: Language): string {
  return taken.has(headingWord(name)) ? messagesIn(language)(`import.${is}`, { name }) : name;
}

/** A column called like the scheme, or like our exports call it, says the segment. */
function segmentField({ id, name, segments = [] }: Pick<Scheme, 'id' | 'name'> & Partial<Scheme>): Field {
  return {
    key: segmentKey(id),
    own: name,
    kind: choiceOf(segments),
    label: {
      en: messagesIn('en')('import.segmentColumn', { name }),
      'zh-CN': messagesIn('zh-CN')('import.segmentColumn', { name }),
    },
    // A scheme may be called Size; a column Size is then the account's own.
    synonyms: taken.has(headingWord(name)) ? [] : [name],
  };
}

function customField(field: Pick<CustomField, 'id' | 'name' | 'kind' | 'choices'>): Field {
  const { id, name } = field;
  return {
    key: customFieldKey(id),
    own: name,
    kind: kindOf(field),
    label: { en: ownHeading('ownColumn', name, 'en'), 'zh-CN': ownHeading('ownColumn', name, 'zh-CN') },
    synonyms: [],
  };
}

function kindOf({ kind, choices }: Pick<CustomField, 'kind' | 'choices'>): Kind {
  if (kind === 'choice') return choiceOf(choices);
  if (kind === 'text') return { is: 'text', most: longestText };
  return kind === 'money' ? { is: 'money', mayBeNegative: true } : { is: kind };
}

function choiceOf(choices: readonly { readonly id: number; readonly name: string }[]): Choice {
  return {
    is: 'choice',
    isOpen: true,
    choices: Object.fromEntries(choices.map(({ id, name }) => [`#${id}`, [name]])),
  };
}
