import type { KnownColumn } from '../../db/handoff/crm-export.ts';
import { headingWord } from '../../db/types/heading-word.ts';
import { type GridValue, isBlank } from '../files/workbook/grid.ts';
import type { Field } from './field.ts';
import { readYesNo } from './read-choice.ts';
import { readDate } from './read-date.ts';
import { readMonths } from './read-months.ts';
import { readNumber } from './read-number.ts';

/** A column of a file and the field it is taken for. */
export interface Match {
  readonly column: number;
  /** Null when the column is left out: nothing fits, or it is unsure and the user is to say. */
  readonly field: string | null;
  /** The best guess, shown where `field` is null. */
  readonly suggestion: string | null;
  /** The heading is one of the field's names, not only like one. */
  readonly isExact: boolean;
}

/** Below this a match is only suggested. */
const sure = 0.75;
const worthSuggesting = 0.5;

/** Whether the text is a heading of one of these fields, to find the heading row by. */
export function isHeadingOf(fields: readonly Field[]): (heading: string) => boolean {
  const labels = new Set(fields.flatMap(headingsOf));
  return (heading) =>
    labels.has(headingWord(heading)) || twoLanguages(heading).some((word) => labels.has(word));
}

/**
 * The fields for a file's columns, in the columns' order. A field is used once; of two columns that fit it, the better one
 * gets it, and neither when they fit alike. `samples` are values below each heading: a column whose values are of another
 * kind than the field's loses half of its fit. One that is called as the field and holds a single value of its kind does
 * not: the others are mistakes, to be shown cell by cell. What is `known` of a column, by a file whose make is known, is not guessed.
 * With `firstOfEqual` nothing is left open for being alike: the field listed first and the column standing first come first,
 * and before them the column that fits nothing else as well.
 */
export function matchColumns(
  headings: readonly string[],
  samples: readonly (readonly GridValue[])[],
  fields: readonly Field[],
  known: readonly (KnownColumn | null)[] = [],
  { firstOfEqual = false }: { readonly firstOfEqual?: boolean } = {},
): Match[] {
  const settled = known.map((each) => each?.field);
  const open = fields.filter(({ key }) => !settled.includes(key));
  const pairs = headings
    .flatMap((heading, column) =>
      (known[column] ? [] : open).flatMap((field) => {
        const like = likeness(heading, field);
        if (like < worthSuggesting) return [];
        const fit = like * agreement(samples[column] ?? [], field, like >= named);
        return fit < worthSuggesting ? [] : [{ column, field: field.key, fit, isExact: like >= named }];
      }),
    )
    .sort((a, b) => b.fit - a.fit);
  const alternatives = ({ column, fit }: (typeof pairs)[number]) =>
    pairs.filter((pair) => pair.column === column && pair.fit === fit).length;
  const counted = firstOfEqual ? new Map(pairs.map((pair) => [pair, alternatives(pair)])) : null;
  if (counted) pairs.sort((a, b) => b.fit - a.fit || (counted.get(a) ?? 0) - (counted.get(b) ?? 0));
  const matched = new Map<number, { readonly field: string; readonly isExact: boolean }>();
  const taken = new Set<string>();
  for (const { column, field, fit, isExact } of pairs) {
    if (fit < sure || matched.has(column) || taken.has(field)) continue;
    const rival = pairs.some(
      (other) => other.field === field && other.column !== column && other.fit === fit,
    );
    const alternative = pairs.some(
      (other) => other.column === column && other.field !== field && other.fit === fit,
    );
    if (!firstOfEqual && (rival || alternative)) continue;
    matched.set(column, { field, isExact });
    taken.add(field);
  }
  return headings.map((_, column) => ({
    column,
    ...(known[column] ?? {
      field: matched.get(column)?.field ?? null,
      suggestion: matched.has(column)
        ? null
        : (pairs.find((pair) => pair.column === column && !taken.has(pair.field))?.field ?? null),
    }),
    isExact: known[column] ? known[column].field !== null : (matched.get(column)?.isExact ?? false),
  }));
}

const headingsKnown = new WeakMap<Field, readonly string[]>();

/** The headings a field is known by, as compared. */
export function headingsOf(field: Field): readonly string[] {
  const known = headingsKnown.get(field);
  if (known) return known;
  const headings = [
    ...new Set([field.key, field.label.en, field.label['zh-CN'], ...field.synonyms].map(headingWord)),
  ];
  headingsKnown.set(field, headings);
  return headings;
}

/** What a heading in both languages says in each: 客户名称 Customer, 负责人CSM. None where it is in one alone. */
function twoLanguages(heading: string): string[] {
  const chinese = headingWord(heading.match(/\p{Script=Han}+/gu)?.join('') ?? '');
  const other = headingWord(heading.replace(/\p{Script=Han}+/gu, ' '));
  return chinese === '' || !/\p{L}/u.test(other) ? [] : [chinese, other];
}

/** Such a heading is a name of the field where one of its halves is: as sure as a name, but less than the whole one. */
const named = 0.98;

/**
 * 1 for the same word, less for one that contains the other or shares most of its letter pairs. What has other letters is
 * not looked at further: with many columns this is most of the work.
 */
function likeness(heading: string, field: Field): number {
  const word = headingWord(heading);
  if (word === '') return 0;
  const names = headingsOf(field);
  if (names.includes(word)) return 1;
  if (twoLanguages(heading).some((half) => names.includes(half))) return named;
  let best = 0;
  for (const name of names) {
    if (!mayShareMost(word, name)) continue;
    best = Math.max(best, sharedPairs(word, name) * 0.9, containment(word, name) * 0.8);
  }
  return best;
}

/** Whether two words can be alike at all: of those whose lengths differ threefold neither measure makes anything. */
function mayShareMost(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length > short.length * 3 && !long.includes(short)) return false;
  return [...short].some((letter) => long.includes(letter));
}

/** How much of the longer word the shorter one is, if it is part of it. */
function containment(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 2 && long.includes(short) ? 0.5 + (0.5 * short.length) / long.length : 0;
}

/** Dice's coefficient over pairs of neighbouring letters, 0 to 1. */
function sharedPairs(one: string, other: string): number {
  if (one.length < 2 || other.length < 2) return 0;
  const rest = new Map<string, number>();
  for (let at = 0; at < other.length - 1; at++) {
    const pair = other.slice(at, at + 2);
    rest.set(pair, (rest.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at < one.length - 1; at++) {
    const pair = one.slice(at, at + 2);
    const left = rest.get(pair) ?? 0;
    if (left === 0) continue;
    rest.set(pair, left - 1);
    shared++;
  }
  return (2 * shared) / (one.length + other.length - 2);
}

/**
 * 1 when the values are of the field's kind, or there are none; 0.5 when most are not. Under the field's own name one that
 * reads is enough.
 */
function agreement(values: readonly GridValue[], { kind }: Field, isNamed: boolean): number {
  const filled = values.filter((value) => !isBlank(value));
  const fits = {
    date: (value: GridValue) => readDate(value) !== null,
    money: (value: GridValue) => readNumber(value) !== null,
    figure: (value: GridValue) => readNumber(value) !== null,
    number: (value: GridValue) => readNumber(value) !== null,
    integer: (value: GridValue) => readNumber(value) !== null,
    months: (value: GridValue) => readMonths(value) !== null,
    'yes-no': (value: GridValue) => readYesNo(value) !== null,
    text: () => true,
    tags: () => true,
    choice: () => true,
    currency: () => true,
  }[kind.is];
  const fitting = filled.filter(fits).length;
  return filled.length === 0 || (isNamed && fitting > 0) || fitting * 2 >= filled.length ? 1 : 0.5;
}
