import { type Book, memoryBook } from '../open.ts';
import type { Reader } from '../schema.ts';

/** How SQLite would answer the statements with this text in them that `read` runs, one step a line. */
export async function planOf(
  book: Book,
  containing: string,
  read: (db: Reader) => Promise<unknown>,
): Promise<string> {
  const statements: string[] = [];
  const spied = await memoryBook({ snapshot: book.sqlite.serialize() });
  const prepare = spied.sqlite.prepare.bind(spied.sqlite);
  spied.sqlite.prepare = (text: string) => {
    statements.push(text);
    return prepare(text);
  };
  await read(spied.db);
  const plans = statements
    .filter((text) => text.includes(containing))
    .flatMap((text) => {
      const parameters = Array.from(text.matchAll(/\?/g), () => 1);
      return prepare<unknown[], { detail: string }>(`explain query plan ${text}`).all(...parameters);
    });
  await spied.close();
  return plans.map(({ detail }) => detail).join('\n');
}
