import type { KnownColumn } from '../../db/handoff/crm-export.ts';
import { headingWord } from '../../db/types/heading-word.ts';
import { type GridValue, isBlank } from '../files/workbook/grid.ts';
import type { Field } from './field.ts';
import { readYesNo } from './read-choice.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';

/** A column of a file and the field it is taken for. */
export interface Match {
  readonly column: number;
  /** Null when the column is left out: nothing fits, or it is unsure and the user is to say. */
  readonly field: string | null;
  /** The best guess, shown where `field` is null. */
  readonly suggestion: string | null;
}

/** Below this a match is only suggested. */
const sure = 0.75;
const worthSuggesting = 0.5;

/** Whether the text is a heading of one of these fields, to find the heading row by. */
export function isHeadingOf(fields: readonly Field[]): (heading: string) => boolean {
  const words = new Set(fields.flatMap(headingsOf));
  return (heading) => words.has(headingWord(heading));
}

/**
 * The fields for a file's columns, in the columns' order. A field is used once; of two columns that fit it, the better one
 * gets it, and neither when they fit alike. `samples` are values below each heading: a column whose values are of another
 * kind than the field's loses half of its fit. What is `known` of a column, by a file whose make is known, is not guessed.
 */
export function matchColumns(
  headings: readonly string[],
  samples: readonly (readonly GridValue[])[],
  fields: readonly Field[],
  known: readonly (KnownColumn | null)[] = [],
): Match[] {
  const settled = known.map((each) => each?.field);
  const open = fields.filter(({ key }) => !settled.includes(key));
  const pairs = headings
    .flatMap((heading, column) =>
      (known[column] ? [] : open).map((field) => ({
        column,
        field: field.key,
        fit: likeness(heading, field) * agreement(samples[column] ?? [], field),
      })),
    )
    .filter(({ fit }) => fit >= worthSuggesting)
    .sort((a, b) => b.fit - a.fit);
  const matched = new Map<number, string>();
  const taken = new Set<string>();
  for (const { column, field, fit } of pairs) {
    if (fit < sure || matched.has(column) || taken.has(field)) continue;
    const rival = pairs.some(
      (other) => other.field === field && other.column !== column && other.fit === fit,
    );
    const alternative = pairs.some(
      (other) => other.column === column && other.field !== field && other.fit === fit,
    );
    if (rival || alternative) continue;
    matched.set(column, field);
    taken.add(field);
  }
  return headings.map((_, column) => ({
    column,
    ...(known[column] ?? {
      field: matched.get(column) ?? null,
      suggestion: matched.has(column)
        ? null
        : (pairs.find((pair) => pair.column === column && !taken.has(pair.field))?.field ?? null),
    }),
  }));
}

/** The headings a field is known by, as compared. */
export function headingsOf(field: Field): string[] {
  return [field.key, field.label.en, field.label['zh-CN'], ...field.synonyms].map(headingWord);
}

/** 1 for the same word, less for one that contains the other or shares most of its letter pairs. */
function likeness(heading: string, field: Field): number {
  const word = headingWord(heading);
  if (word === '') return 0;
  let best = 0;
  for (const name of headingsOf(field)) {
    if (name === word) return 1;
    best = Math.max(best, sharedPairs(word, name) * 0.9, containment(word, name) * 0.8);
  }
  return best;
}

/** How much of the longer word the shorter one is, if it is part of it. */
function containment(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 2 && long.includes(short) ? 0.5 + (0.5 * short.length) / long.length : 0;
}

/** Dice's coefficient over pairs of neighbouring letters, 0 to 1. */
function sharedPairs(one: string, other: string): number {
  const pairs = (word: string) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  if (one.length < 2 || other.length < 2) return 0;
  const rest = pairs(other);
  let shared = 0;
  for (const pair of pairs(one)) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (one.length + other.length - 2);
}

/** 1 when the values are of the field's kind, or there are none; 0.5 when most are not. */
function agreement(values: readonly GridValue[], { kind }: Field): number {
  const filled = values.filter((value) => !isBlank(value));
  const fits = {
    date: (value: GridValue) => readDate(value) !== null,
    money: (value: GridValue) => readNumber(value) !== null,
    figure: (value: GridValue) => readNumber(value) !== null,
    number: (value: GridValue) => readNumber(value) !== null,
    integer: (value: GridValue) => readNumber(value) !== null,
    'yes-no': (value: GridValue) => readYesNo(value) !== null,
    text: () => true,
    tags: () => true,
    choice: () => true,
    currency: () => true,
  }[kind.is];
  return filled.filter(fits).length * 2 >= filled.length ? 1 : 0.5;
}
