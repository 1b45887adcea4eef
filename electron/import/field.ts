import type { ImportNoun } from '../../db/import/noun.ts';
import type { Bilingual } from '../../db/types/language.ts';

/** What a field's cells say. */
export type Kind =
  | { readonly is: 'date' | 'yes-no' | 'currency' | 'tags' }
  /** `most` characters; as many as a text written at length may have, unless said. */
  | { readonly is: 'text'; readonly most?: number }
  /** Nothing below zero, unless said. */
  | { readonly is: 'money'; readonly mayBeNegative?: true }
  /** A length of time in whole months. */
  | { readonly is: 'months' }
  | { readonly is: 'number' }
  /** A figure in its own unit: 83 % says 83. */
  | { readonly is: 'figure'; readonly least?: number; readonly most?: number }
  | { readonly is: 'integer'; readonly least?: number; readonly most?: number }
  /** One of these keys, each with the words people use for it; an open one may be given new ones. */
  | {
      readonly is: 'choice';
      readonly choices: Readonly<Record<string, readonly string[]>>;
      readonly isOpen?: true;
    };

/** The fields an import can fill, by noun. */
export type ImportFields = Readonly<Record<ImportNoun, readonly Field[]>>;

/** A field an import can fill: how its column may be called and what is in it. */
export interface Field<Key extends string = string> {
  readonly key: Key;
  readonly kind: Kind;
  /** A row without it cannot be imported. */
  readonly required?: boolean;
  /** Its name on our screens and in our files. */
  readonly label: Bilingual;
  /** The user's own name of it, where it is a scheme or a field of theirs. */
  readonly own?: string;
  /** What other programs and people call it. */
  readonly synonyms: readonly string[];
}
