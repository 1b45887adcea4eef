import { Kysely } from 'kysely';
import type { Book } from '../../db/open.ts';
import type { Schema } from '../../db/schema.ts';
import { CachingSqliteDialect } from '../../db/sqlite.ts';

/**
 * The floor of a handler: every statement it runs, by bare prepared statements with the same values and nothing around them.
 */
export async function bareStatements(
  book: Book,
  work: (listened: Book) => Promise<unknown>,
): Promise<() => void> {
  const heard: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Schema>({
    dialect: new CachingSqliteDialect(book.sqlite),
    log: ({ query }) => {
      heard.push({ sql: query.sql, parameters: query.parameters });
    },
  });
  await work({ ...book, db });
  const statements = heard.map(({ sql, parameters }) => ({
    statement: book.sqlite.prepare(sql),
    parameters,
  }));
  return () => {
    for (const { statement, parameters } of statements) statement.all(...parameters);
  };
}
