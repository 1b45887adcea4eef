import type Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';

/** Statements kept ready; past this many distinct texts the oldest is dropped. */
const capacity = 500;

/** Asked before a transaction and before its commit, which then don't come about when it throws; told after both ends of one. */
type Watch = { readonly beforeWrite: () => void; readonly written: () => void };

/** Kysely prepares each query anew; the same text is the same statement here, which halves the cost of a short query. */
export class CachingSqliteDialect extends SqliteDialect {
  constructor(sqlite: Database.Database, watch?: Watch) {
    const statements = new Map<string, Database.Statement<unknown[]>>();
    super({
      database: {
        close: () => sqlite.close(),
        prepare: (text) => {
          // A full disk ends the transaction by itself; rolling it back again would hide why.
          if (text === 'rollback' && !sqlite.inTransaction)
            return sqlite.prepare<unknown[]>('select 1 where 0');
          if (watch && (text === 'begin' || text === 'commit')) watch.beforeWrite();
          const ready = statements.get(text);
          if (ready && !ready.busy) return ready;
          const statement = sqlite.prepare<unknown[]>(text);
          if (watch && (text === 'commit' || text === 'rollback')) return watched(statement, watch);
          if (!/^\s*(begin|commit|rollback|savepoint|release)\b/i.test(text)) statements.set(text, statement);
          if (statements.size > capacity) {
            const [oldest] = statements.keys();
            if (oldest !== undefined) statements.delete(oldest);
          }
          return statement;
        },
      },
    });
  }
}

/** The end of a transaction, told of once it has come. */
function watched(statement: Database.Statement<unknown[]>, watch: Watch) {
  return {
    reader: false,
    all: (parameters: readonly unknown[]) => statement.all(...parameters),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters),
    run: (parameters: readonly unknown[]) => {
      const done = statement.run(...parameters);
      watch.written();
      return done;
    },
  };
}
