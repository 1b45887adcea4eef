import { type CustomFieldKind, customFieldKinds } from '../../db/custom-field/rule.ts';
import type { definingNouns } from '../../db/import/noun.ts';
import { nameIdentity } from '../../db/import/plan.ts';
import { importFields } from '../export/sheets.ts';
import type { Checked } from './check.ts';
import { checkTable } from './import-check.ts';
import type { Source } from './read.ts';
import { type TableChoice, tableOf } from './table-choice.ts';

/** An own column of accounts that a file defines, or adds words to. */
export interface Definition {
  readonly is: 'segment' | 'custom';
  readonly name: string;
  /** Null where the file does not say; segments are words of their scheme. */
  readonly kind: CustomFieldKind | null;
  readonly labels: readonly string[];
}

/** The schemes and fields that these sheets of a file define, with their segments and choices. */
export function definitionsIn(source: Source, choices: readonly TableChoice[]): Definition[] {
  const rowsOf = (noun: (typeof definingNouns)[number]) =>
    choices
      .filter((choice) => choice.noun === noun)
      .flatMap((choice) => checkTable(tableOf(source.read(choice.sheet), choice), choice, importFields).rows)
      .map(
        ({ values }) =>
          (field: string) =>
            textOf(values[field]),
      );
  const definitions = new Map<
    string,
    { is: 'segment' | 'custom'; name: string; kind: CustomFieldKind | null; labels: string[] }
  >();
  const defined = (is: 'segment' | 'custom', name: string) => {
    const key = `${is} ${nameIdentity(name)}`;
    const known = definitions.get(key) ?? { is, name, kind: null, labels: [] };
    definitions.set(key, known);
    return known;
  };
  for (const stated of rowsOf('custom_field'))
    defined('custom', stated('name')).kind = customFieldKinds.find((kind) => kind === stated('kind')) ?? null;
  for (const stated of rowsOf('custom_choice'))
    defined('custom', stated('fieldName')).labels.push(stated('name'));
  for (const stated of rowsOf('segmentation_scheme')) defined('segment', stated('name'));
  for (const stated of rowsOf('segment'))
    defined('segment', stated('schemeName')).labels.push(stated('name'));
  return [...definitions.values()].filter(({ name }) => name !== '');
}

const textOf = (value: Checked | undefined): string => (typeof value === 'string' ? value : '');
