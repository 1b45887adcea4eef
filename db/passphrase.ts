import { randomBytes, scrypt } from 'node:crypto';
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import { lengthWithoutDigest } from './page-digest.ts';
import { refuseBusy } from './recovery.ts';
import { placeFile } from './work-file.ts';

/** What opens an encrypted book: made of its passphrase and the salt that stands in the file's first 16 bytes. */
export type BookKey = {
  readonly connect: (file: string, options: Database.Options) => Database.Database;
  /** In SQLite's own words, for encrypting with it. */
  readonly pragma: string;
  readonly salt: Uint8Array;
};

const saltLength = 16;
/** Chosen so that one guess costs about a tenth of a second and 32 MB of memory (RFC 7914, section 2). */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** The key of a passphrase for a file with this salt; of a new file without one. */
export async function keyOf(
  passphrase: string,
  salt: Uint8Array = randomBytes(saltLength),
): Promise<BookKey> {
  const { openWithCiphers } = await import('./sqlite-ciphers.ts'); // most books never need it
  const secret = await new Promise<Buffer>((resolve, reject) =>
    scrypt(passphrase.normalize('NFKC'), salt, 32, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
  const pragma = `'raw:${Buffer.concat([secret, salt]).toString('hex')}'`;
  return { pragma, salt, connect: (file, options) => openWithCiphers(file, options, pragma) };
}

export async function isPassphraseOf(key: BookKey, passphrase: string | null): Promise<boolean> {
  return passphrase !== null && (await keyOf(passphrase, key.salt)).pragma === key.pragma;
}

/**
 * Encrypts a closed book anew: under another key, under its first one (`from` null), or not at all (`to` null). The file is
 * replaced whole, by a rename.
 * @param prove opens the new file before it takes the place of the old one
 * @throws Failure book.locked, book.open-already
 */
export async function reencrypt(
  file: string,
  from: BookKey | null,
  to: BookKey | null,
  prove: (partial: string) => Promise<void>,
): Promise<void> {
  refuseBusy(file);
  const { openWithCiphers } = await import('./sqlite-ciphers.ts');
  await placeFile(file, async (partial) => {
    await copyFile(file, partial);
    const fd = openSync(partial, 'r+');
    ftruncateSync(fd, lengthWithoutDigest(fd)); // it would be taken for pages
    closeSync(fd);
    const sqlite = openWithCiphers(partial, { fileMustExist: true }, from?.pragma ?? null);
    try {
      sqlite.pragma(`rekey = ${to?.pragma ?? "''"}`);
    } finally {
      sqlite.close();
    }
    await prove(partial);
  });
}
