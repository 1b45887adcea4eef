import { copyFile, open, rm } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Failure } from './failure.ts';
import { noted, partialBeside } from './work-file.ts';

/**
 * Rolls an unfinished change back in a copy of the book first. A journal that was cut short, or is another book's (files synced
 * apart), damages what it is played into; the book itself is only touched once its copy has come out sound.
 * @param prove opens the copy, which rolls the change back, and throws when it is not sound
 * @throws Failure book.damaged; book.locked when another program is in the middle of that change
 */
export async function tryRecovery(file: string, prove: (copy: string) => void): Promise<void> {
  refuseBusy(file);
  if (await isCutShort(`${file}-journal`)) throw new Failure('book.damaged', { path: file });
  const copy = partialBeside(file);
  const files = [copy, `${copy}-journal`];
  await noted(
    files.map((each) => ({ is: 'file', path: each })),
    async () => {
      try {
        await copyFile(file, copy);
        await copyFile(`${file}-journal`, `${copy}-journal`);
        prove(copy);
      } catch (error) {
        if (isFull(error)) return; // no room to try: most journals are right, and a full disk must not keep a book shut
        if (error instanceof Failure)
          throw new Failure(error.code, { ...error.parameters, path: file }, { cause: error });
        throw error;
      } finally {
        for (const each of files) await rm(each, { force: true });
      }
    },
  );
}

/** A journal that another program is writing looks the same; only the lock tells. @throws Failure book.locked */
export function refuseBusy(file: string): void {
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(file, { readonly: true, timeout: 250 });
    sqlite.pragma('schema_version');
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code)))
      throw new Failure('book.locked', { path: path.resolve(file) }, { cause: error });
  } finally {
    sqlite?.close();
  }
}

/**
 * Whether the journal holds fewer pages than its headers count. SQLite writes a header's count after its pages are on the disk,
 * so a crash never leaves one so; it would play in what is there and take the book for sound.
 * Format: sqlite.org/fileformat.html, section 3.
 */
async function isCutShort(journal: string): Promise<boolean> {
  const handle = await open(journal, 'r');
  try {
    const { size } = await handle.stat();
    let sectorSize = 0;
    let pageSize = 0;
    for (let at = 0; at + 28 <= size; ) {
      const { buffer } = await handle.read(Buffer.alloc(28), 0, 28, at);
      if (buffer.toString('hex', 0, 8) !== 'd9d505f920a163d7') return false;
      if (at === 0) {
        sectorSize = buffer.readUInt32BE(20);
        pageSize = buffer.readUInt32BE(24);
      }
      const pages = buffer.readUInt32BE(8);
      if (pages === 0 || pages === 0xff_ff_ff_ff || sectorSize === 0) return false;
      const end = at + sectorSize + pages * (pageSize + 8);
      if (end > size) return true;
      at = Math.ceil(end / sectorSize) * sectorSize;
    }
    return false;
  } finally {
    await handle.close();
  }
}

function isFull(error: unknown): boolean {
  const codes = /^(ENOSPC|EDQUOT|SQLITE_FULL)/;
  const cause = error instanceof Failure ? error.code === 'book.disk-full' : false;
  return cause || (error instanceof Error && 'code' in error && codes.test(String(error.code)));
}
