import { customFieldKey } from '../../db/domain/custom-field.ts';
import { headingWord } from '../../db/domain/heading-word.ts';
import type { ImportNoun } from '../../db/domain/import-noun.ts';
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
  const taken = new Set(importFields.account.flatMap(headingsOf));
  const schemes = (await listSchemes(db)).map((scheme) => segmentField(scheme, taken));
  const own = (await liveCustomFields(db)).map((field) => customField(field, taken));
  return { ...importFields, account: [...importFields.account, ...schemes, ...own] };
}

/** A column called like the scheme, or like our exports call it, says the segment. */
function segmentField({ id, name, segments }: Scheme, taken: ReadonlySet<string>): Field {
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

function customField(field: CustomField, taken: ReadonlySet<string>): Field {
  const { id, name } = field;
  const isTaken = taken.has(headingWord(name));
  const label = (language: 'en' | 'zh-CN') =>
    isTaken ? wordsIn(language)('import.ownColumn', { name }) : name;
  return {
    key: customFieldKey(id),
    kind: kindOf(field),
    label: { en: label('en'), 'zh-CN': label('zh-CN') },
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
