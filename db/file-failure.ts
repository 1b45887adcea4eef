import { Failure } from './failure.ts';

/** SQLite's and the system's codes as the failures a user can act on; anything else is passed on as it is. */
export function inWords(error: unknown, file: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const failure = failureByCode.find(([pattern]) => pattern.test(code))?.[1];
  return failure ? new Failure(failure, { path: file }, { cause: error }) : error;
}

const failureByCode: readonly (readonly [RegExp, Failure['code']])[] = [
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'book.locked'],
  [/^SQLITE_NOTADB/, 'book.not-a-book'],
  [/^SQLITE_CORRUPT/, 'book.damaged'],
  [/^SQLITE_FULL|^ENOSPC|^SQLITE_IOERR_WRITE/, 'book.disk-full'],
  [/^SQLITE_READONLY|^EROFS/, 'book.read-only'],
  [/^ENOENT|^ENOTDIR/, 'book.not-found'],
  [/^EACCES|^EPERM|^SQLITE_CANTOPEN/, 'book.no-access'],
];
