import { customFieldKey } from '../../db/domain/custom-field.ts';
import { headingWord } from '../../db/domain/heading-word.ts';
import type { ImportNoun } from '../../db/domain/import-noun.ts';
import type { Language } from '../../db/domain/language.ts';
import { segmentKey } from '../../db/domain/segment.ts';
import { type CustomField, liveCustomFields } from '../../db/queries/custom-field.ts';
import { listSchemes, type Scheme } from '../../db/queries/segmentation-scheme.ts';
import type { Reader } from '../../db/schema.ts';
import { wordsIn } from '../words.ts';
import type { Field, Kind } from './field.ts';
import { headingsOf } from './match.ts';
import { importFields } from './sheets/sheets.ts';

export type ImportFields = Readonly<Record<ImportNoun, readonly Field[]>>;

/** The fields an import into this book can fill: every noun's, and of an account its segments and the user's own fields. */
export async function importFieldsIn(db: Reader): Promise<ImportFields> {
  const schemes = (await listSchemes(db)).map(segmentField);
  const own = (await liveCustomFields(db)).map(customField);
  return { ...importFields, account: [...importFields.account, ...schemes, ...own] };
}

const taken = new Set(importFields.account.flatMap(headingsOf));

/** The heading of a user's own column in our lists: its name, unless a column of that name is the account's own. */
export function ownHeading(is: 'segmentColumn' | 'ownColumn', name: string, language: Language): string {
  return taken.has(headingWord(name)) ? wordsIn(language)(`import.${is}`, { name }) : name;
}

/** A column called like the scheme, or like our exports call it, says the segment. */
function segmentField({ id, name, segments }: Scheme): Field {
  return {
    key: segmentKey(id),
    kind: choiceOf(segments),
    label: {
      en: wordsIn('en')('import.segmentColumn', { name }),
      'zh-CN': wordsIn('zh-CN')('import.segmentColumn', { name }),
    },
    // A scheme may be called Size; a column Size is then the account's own.
    synonyms: taken.has(headingWord(name)) ? [] : [name],
  };
}

function customField(field: CustomField): Field {
  const { id, name } = field;
  return {
    key: customFieldKey(id),
    kind: kindOf(field),
    label: { en: ownHeading('ownColumn', name, 'en'), 'zh-CN': ownHeading('ownColumn', name, 'zh-CN') },
    synonyms: [],
  };
}

function kindOf({ kind, choices }: CustomField): Kind {
  return kind === 'choice' ? choiceOf(choices) : { is: kind };
}

function choiceOf(choices: readonly { readonly id: number; readonly name: string }[]): Kind {
  return {
    is: 'choice',
    isOpen: true,
    choices: Object.fromEntries(choices.map(({ id, name }) => [`#${id}`, [name]])),
  };
}
