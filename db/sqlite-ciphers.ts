import type Database from 'better-sqlite3';
import Ciphers from 'better-sqlite3-multiple-ciphers';

/**
 * Opens a file by the library's fork that encrypts: ChaCha20 with a Poly1305 tag on every page, so that a page somebody changed
 * does not open. Two SQLites in one process do not know of each other's locks; no file is ever opened by both at a time.
 * @param key as SQLite's pragma takes it; null for a file that is not encrypted yet
 */
export function openWithCiphers(
  file: string,
  options: Database.Options,
  key: string | null,
): Database.Database {
  const sqlite = new Ciphers(file, options);
  try {
    sqlite.pragma("cipher = 'chacha20'");
    if (key !== null) sqlite.pragma(`key = ${key}`);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}
