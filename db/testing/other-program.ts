import { execFileSync } from 'node:child_process';

/**
 * What a second program is told that wants to write to a book: `SQLITE_BUSY` while the lock holds, `wrote` when it is gone. A
 * process of its own, since a process is never refused by its own locks.
 */
export function asAnotherProgram(file: string): string {
  const script = `import Database from 'better-sqlite3';
    try {
      const sqlite = new Database(${JSON.stringify(file)}, { timeout: 0 });
      sqlite.exec('begin immediate; create table foreign_mark (a); drop table foreign_mark; commit');
      sqlite.close();
      console.log('wrote');
    } catch (error) { console.log(error.code); }`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname, // where the library is found from
    encoding: 'utf8',
  }).trim();
}
