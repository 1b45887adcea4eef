import { trackedTables } from './change-log.ts';
import type { Book } from './open.ts';

export type CheckResult = {
  /** What SQLite and the links between tables complain of, in its words; empty when the book is sound. */
  readonly problems: string[];
  readonly rows: { table: string; count: number }[];
};

/** Reads every page of the book, checks every index and every link from row to row, and counts the rows. */
export async function checkBook(book: Book): Promise<CheckResult> {
  const integrity = book.sqlite.pragma('integrity_check') as { integrity_check: string }[];
  const orphans = book.sqlite.pragma('foreign_key_check') as {
    table: string;
    rowid: number;
    parent: string;
  }[];
  return {
    problems: [
      ...integrity.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
      ...orphans.map(({ table, rowid, parent }) => `${table} ${rowid}: no ${parent}`),
    ],
    rows: trackedTables(book.sqlite).map((table) => ({
      table,
      count:
        book.sqlite.prepare<[], { count: number }>(`select count(*) as count from "${table}"`).get()?.count ??
        0,
    })),
  };
}
