import { pinyin } from 'pinyin-pro';
import { type Alike, alikeValues, companyKeys, personKeys, type Romanise } from '../../db/import/alike.ts';
import type { Reader } from '../../db/schema.ts';
import type { PreparedImport } from './import.ts';

/** A name in the file that seems to be another's, and the columns in which it would be replaced. */
export type ProposedName = Alike & {
  readonly of: 'account' | 'person';
  readonly places: readonly { readonly sheet: number; readonly column: number }[];
};

const romanise: Romanise = (text) => pinyin(text, { toneType: 'none', type: 'array', v: true });

/** More proposals than this are no help. */
const mostProposed = 50;
/** Names compared; a file with more is no list kept by hand. */
const mostCompared = 5000;

/** Accounts and colleagues of the file that seem to be called in two ways, in it or beside the book. */
export async function proposeNames(db: Reader, { tables }: PreparedImport): Promise<ProposedName[]> {
  const accounts = tables.filter(({ choice }) => choice.noun === 'account');
  if (accounts.length === 0) return [];
  const valuesOf = (fields: readonly string[]) =>
    accounts
      .flatMap(({ checked }) => checked.rows.flatMap(({ values }) => fields.map((field) => values[field])))
      .filter((value) => typeof value === 'string')
      .slice(0, mostCompared);
  const places = (wanted: (noun: string, field: string) => boolean) => {
    const found = tables.flatMap(({ choice }) =>
      choice.fields.flatMap((field, column) =>
        field !== null && wanted(choice.noun, field) ? [{ sheet: choice.sheet, column }] : [],
      ),
    );
    // A flat list names its account in one column for all of its nouns.
    return [...new Map(found.map((place) => [`${place.sheet} ${place.column}`, place])).values()];
  };
  const known = await db
    .selectFrom('account')
    .select(['name', 'owner', 'sales_owner'])
    .limit(mostCompared)
    .execute();
  const people = known
    .flatMap(({ owner, sales_owner }) => [owner, sales_owner])
    .filter((name) => name !== null);
  const named = accounts.some(({ choice }) => choice.fields.includes('key'))
    ? [] // Accounts with keys are told apart by them.
    : alikeValues(
        valuesOf(['name']),
        known.map(({ name }) => name),
        (name) => companyKeys(name, romanise),
      );
  const colleagues = alikeValues(valuesOf(['owner', 'salesOwner']), [...new Set(people)], (name) =>
    personKeys(name, romanise),
  );
  const ofAccounts = places((noun, field) =>
    noun === 'account' ? field === 'name' : field === 'accountName',
  );
  const ofPeople = places(
    (noun, field) => noun === 'account' && (field === 'owner' || field === 'salesOwner'),
  );
  return [
    ...named.map((each) => ({ ...each, of: 'account' as const, places: ofAccounts })),
    ...colleagues.map((each) => ({ ...each, of: 'person' as const, places: ofPeople })),
  ].slice(0, mostProposed);
}
