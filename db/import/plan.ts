import { keyIdentity } from './record-key.ts';

/** A row's values by column. In a row from a file null says nothing: it never overwrites. */
export type Facts = Readonly<Record<string, string | number | null>>;

export interface FileRow {
  /** Its number in the file, counted from 1. */
  readonly row: number;
  readonly facts: Facts;
}

export interface BookRow {
  readonly id: number;
  readonly facts: Facts;
}

/** What makes a file's row and a book's row the same one, and what a row needs. */
export interface ImportRules {
  /** Texts of which one in common makes two rows the same, the surest first. */
  readonly identities: (facts: Facts) => readonly string[];
  /** Two rows with different keys are never the same, whatever else they share. Null when the row has none. */
  readonly key: (facts: Facts) => string | null;
  /** The row as it will stand in the book, with defaults and what follows from the other values. */
  readonly finish: (facts: Facts) => Facts;
  /** Why a finished row cannot stand in the book, or null; `known` is the book's row it changes. */
  readonly refusal: (facts: Facts, known: Facts | null) => Refusal | null;
}

export interface Refusal {
  readonly reason:
    | 'missing'
    | 'several-match'
    | 'ends-before-start'
    | 'other-kind'
    | 'with-oneself'
    | 'too-large';
  /** The column concerned. */
  readonly column: string;
}

export interface Addition {
  /** Stands for the row's id until it is written: −1, −2, … */
  readonly id: number;
  readonly facts: Facts;
  readonly rows: readonly number[];
}

export interface Alteration {
  readonly id: number;
  /** The columns that change, as they are and as they will be. */
  readonly before: Facts;
  readonly after: Facts;
  /** The whole row as it will be. */
  readonly facts: Facts;
  readonly rows: readonly number[];
}

/** What an import will do. Every row of the file is in exactly one of these. */
export interface ImportPlan {
  readonly additions: readonly Addition[];
  readonly alterations: readonly Alteration[];
  /** Rows that say what the book says already. */
  readonly unchanged: readonly number[];
  readonly refused: readonly ({ readonly row: number } & Refusal)[];
}

/** A row of the book to be, with what the file's rows say of it so far. */
interface Target {
  readonly known: BookRow | null;
  facts: Facts;
  readonly rows: number[];
}

/**
 * Compares a file's rows with the book's. Rows of the file that are the same one are merged, the later ones' values
 * counting; so are a file's row and the book's. Rows with a key come first, since they may rename what the others are found
 * by: so the same file imported again gives a plan without additions and alterations.
 */
export function planImport(
  rows: readonly FileRow[],
  known: readonly BookRow[],
  rules: ImportRules,
): ImportPlan {
  const index = new Map<string, Target[]>();
  const targets: Target[] = [];
  const refused: ({ row: number } & Refusal)[] = [];
  for (const row of known) enter(index, { known: row, facts: row.facts, rows: [] }, rules);
  for (const { row, facts } of keyedFirst(rows, rules)) {
    const found = same(index, facts, rules);
    if (found === 'several') {
      refused.push({ row, reason: 'several-match', column: 'name' });
      continue;
    }
    const target = found ?? { known: null, facts: {}, rows: [] };
    if (target.rows.length === 0) targets.push(target);
    target.rows.push(row);
    target.facts = merged(target.facts, facts);
    enter(index, target, rules);
  }
  return sorted(targets, rules, refused);
}

function keyedFirst(rows: readonly FileRow[], { key }: ImportRules): readonly FileRow[] {
  const hasKey = ({ facts }: FileRow) => key(facts) !== null;
  return [...rows.filter(hasKey), ...rows.filter((row) => !hasKey(row))];
}

function sorted(
  targets: readonly Target[],
  rules: ImportRules,
  refused: ({ row: number } & Refusal)[],
): ImportPlan {
  const additions: Addition[] = [];
  const alterations: Alteration[] = [];
  const unchanged: number[] = [];
  // As the file has them, not as they were compared: people who know each other are kept in the order of their ids.
  const inFileOrder = targets.toSorted((one, other) => firstRow(one) - firstRow(other));
  for (const { known, facts, rows } of inFileOrder) {
    const finished = rules.finish(facts);
    const refusal = rules.refusal(finished, known?.facts ?? null);
    if (refusal) refused.push(...rows.map((row) => ({ row, ...refusal })));
    else if (!known) additions.push({ id: -additions.length - 1, facts: finished, rows });
    else {
      const columns = Object.keys(finished).filter((column) => finished[column] !== known.facts[column]);
      if (columns.length === 0) unchanged.push(...rows);
      else
        alterations.push({
          id: known.id,
          before: only(known.facts, columns),
          after: only(finished, columns),
          facts: finished,
          rows,
        });
    }
  }
  return {
    additions,
    alterations,
    unchanged,
    refused: refused.sort((a, b) => a.row - b.row),
  };
}

function firstRow({ rows }: Target): number {
  return rows.reduce((first, row) => Math.min(first, row), Number.POSITIVE_INFINITY);
}

function enter(index: Map<string, Target[]>, target: Target, rules: ImportRules): void {
  for (const identity of rules.identities(target.facts)) {
    const sharing = index.get(identity);
    if (!sharing) index.set(identity, [target]);
    else if (!sharing.includes(target)) sharing.push(target);
  }
}

/** The one row that is the same by the surest identity they share, none, or several that could be. */
function same(index: Map<string, Target[]>, facts: Facts, rules: ImportRules): Target | 'several' | null {
  const key = rules.key(facts);
  for (const identity of rules.identities(facts)) {
    const sharing = (index.get(identity) ?? []).filter((target) => {
      const other = rules.key(target.facts);
      if (key !== null && other !== null && key !== other) return false;
      // It may have been renamed since it was entered.
      return target.rows.length === 0 || rules.identities(target.facts).includes(identity);
    });
    if (sharing.length > 1) return 'several';
    if (sharing[0]) return sharing[0];
  }
  return null;
}

function merged(facts: Facts, stated: Facts): Facts {
  const next: Record<string, string | number | null> = { ...facts };
  for (const column in stated) {
    const value = stated[column];
    if (value === null || value === undefined) continue;
    next[column] = column === 'key' ? longerOfOne(next.key, value) : value;
  }
  return next;
}

/** Of two ways to write one key the longer stays, whichever file says it last: it reads back in more programs. */
function longerOfOne(known: string | number | null | undefined, stated: string | number): string | number {
  const isOne =
    typeof known === 'string' && typeof stated === 'string' && keyIdentity(known) === keyIdentity(stated);
  return isOne && known.length > stated.length ? known : stated;
}

function only(facts: Facts, columns: readonly string[]): Facts {
  return Object.fromEntries(columns.map((column) => [column, facts[column] ?? null]));
}

/** A name as compared: width, case and spaces do not tell two apart. */
export function nameIdentity(name: string | number | null | undefined): string | null {
  if (name === null || name === undefined) return null;
  const plain = String(name).normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/g, ' ').trim();
  return plain === '' ? null : plain;
}
