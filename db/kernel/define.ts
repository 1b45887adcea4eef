import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { Money } from '../types/money.ts';

/** What a field holds, whatever its kind. */
export type FieldValue = string | number | boolean | Money | readonly string[] | null;
export type Values = Readonly<Record<string, FieldValue>>;

/** The column of a field in the noun's list. A field without one is in the form and the sheet only. */
export type ListColumn = {
  /** Pixels. */
  readonly width: number;
  /** Its share of the room left over. */
  readonly grow?: number;
  /** What a narrow window can do without: the highest goes first, 0 never goes. */
  readonly priority: number;
  /** Offered as a filter; of choices, lines, references and yes or no. */
  readonly filter?: true;
  /** Put away until the user asks for it. */
  readonly hidden?: true;
};

/** When a value is computed: today, and the row as it was before this change (null for a new one). */
export type WriteMoment = { readonly today: IsoDate; readonly before: Values | null };

type Common = {
  /** Null where nobody said. */
  readonly optional?: true;
  /** Who may read it in a customer's file; internal unless it says otherwise. */
  readonly audience?: 'customer';
  /** Found by search: names also by pinyin and initials. */
  readonly search?: 'name' | 'text';
  readonly list?: ListColumn;
  /** Not asked in the form: a rule or another screen sets it. */
  readonly form?: false;
  /** Neither exported nor imported: it says something only in this book, such as a link to a row. */
  readonly sheet?: false;
  /**
   * Computed from the other fields at every write, a pure function of the noun's rules. A method, so that a rule may name the
   * few fields it needs with their types.
   */
  value?(facts: Values, moment: WriteMoment): FieldValue;
};

type Shape =
  /** One line of at most 200 characters, and text of at most 20,000. */
  | { readonly is: 'line' | 'prose' }
  /** A calendar day; one something is due on is shown late once it has passed and the row is open. */
  | { readonly is: 'date'; readonly initial?: 'today'; readonly due?: true }
  | { readonly is: 'yes-no'; readonly initial?: boolean }
  | { readonly is: 'integer'; readonly least?: number; readonly most?: number; readonly initial?: number }
  /** A number with decimals in its own unit; a percentage is the number before the sign, 0 to 100 unless it says otherwise. */
  | { readonly is: 'figure' | 'percent'; readonly least?: number; readonly most?: number }
  /** An amount in minor units with its currency, in the columns `<field>_minor` and `<field>_currency`. */
  | { readonly is: 'money' /** May be less than nothing. */; readonly signed?: true }
  | {
      readonly is: 'choice';
      /** In their own order, which lists sort by. */
      readonly of: readonly string[];
      readonly initial?: string;
      /** How good or bad a choice is, for the chip it is shown as. */
      readonly tones?: Readonly<Record<string, 'good' | 'warn' | 'bad' | 'info'>>;
    }
  /** The id of a row of another table; the field's key ends with Id. */
  | {
      readonly is: 'reference';
      readonly to: string;
      /** The column of that table a person knows the row by; files name it so. */
      readonly by: string;
      /** The table belongs to no account, so any row of it may be meant. */
      readonly shared?: true;
    }
  /** A list of short words, empty where there are none. */
  | { readonly is: 'tags' };

export type Field = Common & Shape;
export type Fields = Readonly<Record<string, Field>>;

export type Order = { readonly by: string; readonly descending?: true };

/** A noun of the book: all that its table, its API, its files and its screens follow from. It holds no function but `value`. */
export type Noun = {
  /** In camelCase: the table is called the same in snake_case, its actions in kebab-case. */
  readonly name: string;
  /** The field a row is called by: in a hit, a line of history, a reference. */
  readonly title: string;
  /** Whether its rows belong to an account: always, where one is said, or never. */
  readonly account: 'must' | 'may' | 'none';
  /** Two rows of an account that agree in these are one and the same to an import. */
  readonly identity: readonly string[];
  /** How its list stands until the user sorts it; ties by age. */
  readonly order: readonly Order[];
  /** Rows that still ask for attention: those with one of these choices, or (null) with nothing in the field. */
  readonly open?: { readonly field: string; readonly is: readonly string[] | null };
  /** The fields told of a row in one line, as in an account of the past. */
  readonly line: readonly string[];
  /** The address of its list; without one its rows are seen at their account. */
  readonly page?: string;
  /** Has a panel on the page of an account. */
  readonly panel?: true;
  /** Files can be attached to its rows. */
  readonly files?: true;
  readonly fields: Fields;
};

type KeyOf<N extends Noun> = keyof N['fields'] & string;
type Checked<N extends Noun> = {
  readonly title: KeyOf<N>;
  readonly identity: readonly KeyOf<N>[];
  readonly order: readonly (Order & { readonly by: KeyOf<N> })[];
  readonly line: readonly KeyOf<N>[];
  readonly open?: { readonly field: KeyOf<N>; readonly is: readonly string[] | null };
};

/** Declares a noun; field keys that do not exist do not compile. */
export function defineNoun<const N extends Noun>(noun: N & Checked<N>): N {
  return noun;
}

type HeldOf<F extends Field> = F extends { is: 'integer' | 'figure' | 'percent' | 'reference' }
  ? number
  : F extends { is: 'yes-no' }
    ? boolean
    : F extends { is: 'choice'; of: readonly (infer One extends string)[] }
      ? One
      : F extends { is: 'money' }
        ? Money
        : F extends { is: 'tags' }
          ? readonly string[]
          : string;
type ValueOf<F extends Field> = F extends { optional: true } ? HeldOf<F> | null : HeldOf<F>;

type AccountOf<N extends Noun> = N extends { account: 'must' }
  ? { readonly accountId: number }
  : N extends { account: 'may' }
    ? { readonly accountId: number | null }
    : unknown;

/** A row as the whole app knows it. */
export type Row<N extends Noun> = { readonly id: number } & AccountOf<N> & {
    readonly [K in keyof N['fields']]: ValueOf<N['fields'][K]>;
  };

/** A row with what it names: its account, and the rows it refers to by field. */
export type Listed<N extends Noun> = Row<N> & {
  readonly accountName: string | null;
  readonly labels: Readonly<Record<string, string>>;
};

/** A row of any noun, as the screens that know no noun take it. */
export type NounRow = {
  readonly id: number;
  readonly accountId: number | null;
  readonly accountName: string | null;
  /** What references name, by field. */
  readonly labels: Readonly<Record<string, string>>;
  readonly values: Values;
};

/** Fields that need not be said of a new row: unknown, computed, or with a value to begin with. */
type Unasked = { optional: true } | { is: 'tags' } | { initial: unknown } | { value: unknown };
/** What has to be said of a new row, and what may be. */
export type Draft<N extends Noun> = (N extends { account: 'must' }
  ? { readonly accountId: number }
  : N extends { account: 'may' }
    ? { readonly accountId?: number | null }
    : unknown) & {
  readonly [K in keyof N['fields'] as N['fields'][K] extends Unasked ? never : K]: ValueOf<N['fields'][K]>;
} & {
  readonly [K in keyof N['fields'] as N['fields'][K] extends Unasked ? K : never]?: ValueOf<N['fields'][K]>;
};

type Snake<S extends string> = S extends `${infer H}${infer T}`
  ? `${H extends Lowercase<H> ? H : `_${Lowercase<H>}`}${Snake<T>}`
  : S;
type Kebab<S extends string> = S extends `${infer H}${infer T}`
  ? `${H extends Lowercase<H> ? H : `-${Lowercase<H>}`}${Kebab<T>}`
  : S;

export type TableName<N extends Noun> = Snake<N['name']>;
/** The actions every noun has in the change log. */
export type NounAction<N extends Noun> = `${Kebab<N['name']>}.${'create' | 'edit' | 'delete'}`;

type CellOf<F extends Field> = F extends { is: 'yes-no' }
  ? (0 | 1) | (F extends { optional: true } ? null : never)
  : F extends { is: 'tags' }
    ? string
    : ValueOf<F>;
type MoneyCell<F extends Field, Cell> = Cell | (F extends { optional: true } ? null : never);

/** The noun's table as Kysely sees it. */
export type TableOf<N extends Noun> = { id: Generated<number> } & (N extends { account: 'must' }
  ? { account_id: number }
  : N extends { account: 'may' }
    ? { account_id: number | null }
    : unknown) & {
    [K in KeyOf<N> as N['fields'][K] extends { is: 'money' } ? never : Snake<K>]: CellOf<N['fields'][K]>;
  } & {
    [K in KeyOf<N> as N['fields'][K] extends { is: 'money' } ? `${Snake<K>}_minor` : never]: MoneyCell<
      N['fields'][K],
      number
    >;
  } & {
    [K in KeyOf<N> as N['fields'][K] extends { is: 'money' } ? `${Snake<K>}_currency` : never]: MoneyCell<
      N['fields'][K],
      string
    >;
  };

const lowered = (name: string, sign: string) =>
  name.replace(/[A-Z]/g, (letter) => `${sign}${letter.toLowerCase()}`);

/** The table of a noun, and the column of a field, are its name in snake_case. */
export const tableOf = ({ name }: Pick<Noun, 'name'>): string => lowered(name, '_');
export const columnOf = (field: string): string => lowered(field, '_');
export const actionOf = ({ name }: Pick<Noun, 'name'>, does: 'create' | 'edit' | 'delete'): string =>
  `${lowered(name, '-')}.${does}`;
