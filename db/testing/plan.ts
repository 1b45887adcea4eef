import type { Book } from '../open.ts';

/** How SQLite goes about each statement that `run` prepares for the first time in this book, one line a step. */
export async function plansOf(book: Book, run: () => Promise<unknown>): Promise<string[]> {
  const { sqlite } = book;
  const statements: string[] = [];
  const prepare = sqlite.prepare;
  sqlite.prepare = function (this: typeof sqlite, source: string) {
    statements.push(source);
    return prepare.call(this, source);
  } as typeof prepare;
  try {
    await run();
  } finally {
    sqlite.prepare = prepare;
  }
  return statements
    .filter((source) => /^\s*(select|with)\b/i.test(source))
    .flatMap((source) => {
      const unbound = Array.from(source.matchAll(/\?/g), () => null);
      const steps = prepare.call(sqlite, `explain query plan ${source}`).all(unbound);
      return (steps as { detail: string }[]).map(({ detail }) => detail);
    });
}
