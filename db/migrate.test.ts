import { expect, test } from 'vitest';
import { trackedTables } from './change-log.ts';
import { latestVersion, migrations } from './migrate.ts';
import { memoryBook } from './open.ts';

test('the steps stand in order, one version each', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});

test('a fresh book is at the latest version, sound, and logs the changes of every table', async () => {
  const book = await memoryBook();
  expect(book.sqlite.pragma('user_version', { simple: true })).toBe(latestVersion());
  expect(book.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  const logged = book.sqlite
    .prepare<[], { tbl_name: string }>(
      "select distinct tbl_name from sqlite_schema where name like 'log\\_%' escape '\\'",
    )
    .all()
    .map(({ tbl_name }) => tbl_name);
  expect(logged.sort()).toEqual(trackedTables(book.sqlite));
  await book.close();
});

test('every link to a parent row has an index, so that deleting a parent does not read the whole table', async () => {
  const book = await memoryBook();
  const unindexed = trackedTables(book.sqlite).flatMap((table) => {
    const links = book.sqlite.pragma(`foreign_key_list("${table}")`) as { from: string }[];
    return links.filter(({ from }) => !leadsAnIndex(table, from)).map(({ from }) => `${table}.${from}`);
  });
  expect(unindexed).toEqual([]);
  await book.close();

  function leadsAnIndex(table: string, column: string): boolean {
    const indexes = book.sqlite.pragma(`index_list("${table}")`) as { name: string; partial: number }[];
    return indexes.some(({ name, partial }) => {
      const [first] = book.sqlite.pragma(`index_info("${name}")`) as { name: string }[];
      return partial === 0 && first?.name === column;
    });
  }
});
