import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { trackedTables } from '../../db/change-log.ts';
import { checkBook } from '../../db/check.ts';
import type { Book } from '../../db/open.ts';

/** Everything a user put in a book, table by table; not the log of changes, nor what is worked out from the rest. */
export function contentOf({ sqlite }: Book): string {
  return JSON.stringify(
    trackedTables(sqlite).map((table) => [
      table,
      sqlite.prepare(`select * from "${table}" order by rowid`).all(),
    ]),
  );
}

/** What is wrong with a book: pages, links, search index, and a change log that does not lead to what is there. */
export async function faultsOf(book: Book): Promise<string[]> {
  const { problems } = await checkBook(book);
  const faults = [...problems];
  try {
    book.sqlite.exec("insert into search (search, rank) values ('integrity-check', 0)");
  } catch (error) {
    faults.push(`search: ${String(error)}`);
  }
  const strays = book.sqlite
    .prepare<[], { id: number }>(
      `select account.id from account join change on change.id = (
         select max(id) from change where table_name = 'account' and row_id = account.id)
       where change.after is null or change.after ->> 'name' <> account.name`,
    )
    .all();
  if (strays.length > 0) faults.push(`change log: ${strays.length} accounts are not as it says`);
  const unlogged = book.sqlite
    .prepare<[], { id: number }>(
      "select id from account where name like 'W-%' and id not in (select row_id from change where table_name = 'account')",
    )
    .all();
  if (unlogged.length > 0) faults.push(`change log: ${unlogged.length} accounts are not in it`);
  return faults;
}

/** Files that are only there while something is being made; none may be found when nothing is. */
export async function leftBehind(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter(
    (name) =>
      /partial|-journal$|before-migration/.test(name) ||
      /(^|[/\\])work[/\\]./.test(name) ||
      path.basename(name) === 'list.csv',
  );
}
