import { nameIdentity } from './plan.ts';

/** A text in Latin letters: Chinese characters by their syllables without tones, one word each; other characters as they are. */
export type Romanise = (text: string) => readonly string[];

/** A value that seems to name the same as another one. */
export type Alike = {
  readonly value: string;
  /** How it is to be called. */
  readonly like: string;
  /** Where that name stands already. */
  readonly isInBook: boolean;
};

/** Legal forms and the like at the end of a company's name; they do not tell two companies apart. */
const westernForms =
  /(?:[\s,.]+(?:ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|co|company|gmbh|ag|kg|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|kk|pty|pte|group|holdings?))+[\s.]*$/;
const chineseForms = /(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集团|公司|股份)+$/;

/** What a company is compared by: without its legal form, marks and spaces; Chinese names also as they are pronounced. */
export function companyKeys(name: string, romanise: Romanise): string[] {
  const plain = stripped(name).replace(chineseForms, '').replace(westernForms, '');
  const letters = plain.replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters.length < 2) return [];
  const spoken = /\p{Script=Han}/u.test(letters) ? romanise(letters).join('') : letters;
  return [...new Set([letters, spoken])];
}

/** What a person is compared by: 李娜, Li Na and Na Li are one. */
export function personKeys(name: string, romanise: Romanise): string[] {
  const plain = stripped(name);
  const isChinese = /\p{Script=Han}/u.test(plain);
  const words = isChinese ? romanise(plain.replace(/[^\p{L}]+/gu, '')) : plain.split(/[^\p{L}]+/u);
  const parts = words.filter((word) => word !== '');
  // A single word, such as a first name, is many people's.
  if (parts.length < 2) return [];
  const [surname = '', ...given] = parts;
  if (isChinese) return [`${surname}${given.join('')}`];
  const last = parts.at(-1) ?? '';
  return [...new Set([parts.join(''), `${last}${parts.slice(0, -1).join('')}`])];
}

function stripped(name: string): string {
  return name
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The file's values that seem to be others' names, each with the name to go by: the book's where it has one, else the one
 * that is there most often, else the first. `values` are in the file's order and may repeat.
 */
export function alikeValues(
  values: readonly string[],
  known: readonly string[],
  keysOf: (name: string) => readonly string[],
): Alike[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const inBook = new Map(known.map((name) => [nameIdentity(name), name]));
  const names = [
    ...known.map((name) => ({ name, isInBook: true })),
    ...[...counts.keys()]
      .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
      .map((name) => ({ name, isInBook: false })),
  ];
  const leader = new Map<string, { readonly name: string; readonly isInBook: boolean }>();
  for (const each of names) {
    const keys = keysOf(each.name);
    const head = keys.map((key) => leader.get(key)).find((known) => known !== undefined) ?? each;
    for (const key of keys) if (!leader.has(key)) leader.set(key, head);
  }
  return [...counts.keys()].flatMap((value) => {
    if (inBook.has(nameIdentity(value))) return [];
    const like = keysOf(value)
      .map((key) => leader.get(key))
      .find((each) => each !== undefined && nameIdentity(each.name) !== nameIdentity(value));
    return like ? [{ value, like: like.name, isInBook: like.isInBook }] : [];
  });
}
