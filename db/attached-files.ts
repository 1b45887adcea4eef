import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FilePresence } from './attachment/rule.ts';
import { noted, placeFile } from './work-file.ts';

/**
 * The bytes of attached files lie beside the book in a folder of its name (`East.tenure`, `East.files`), each under its
 * SHA-256: added twice they are kept once, and a file that changed is known as such. Nothing here deletes any: undo brings an
 * attachment back, and so does a backup restored, which holds the book alone; stray-files.ts knows what neither needs.
 */
export function filesFolder(book: string): string {
  return path.join(path.dirname(book), `${path.basename(book, '.tenure')}.files`);
}

/** The facts of a file that an attachment keeps. The file is read as a stream, however large it is. */
export async function measureFile(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { sha256: hash.digest('hex'), bytes: (await stat(file)).size };
}

/** Copies a file into the folder under its hash, whole or not at all; what stood there under that hash is made good. */
export async function storeFile(folder: string, file: string, sha256: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await inParts(folder, (place) => place(file, sha256, copyFile));
}

/**
 * Whether an attachment's bytes are where they belong. Only the size is compared, where it is given; `fetchFile` compares
 * the hash.
 */
export async function filePresence(
  folder: string,
  sha256: string,
  bytes: number | null,
): Promise<FilePresence> {
  const facts = await stat(path.join(folder, sha256)).catch(() => null);
  if (!facts?.isFile()) return 'missing';
  return bytes === null || facts.size === bytes ? 'there' : 'altered';
}

/**
 * Copies an attachment's bytes out to a path, whole or not at all, and only when they are still the ones that were added.
 * @returns what was found; anything but `there` leaves the path as it was
 */
export async function fetchFile(folder: string, sha256: string, to: string): Promise<FilePresence> {
  const source = path.join(folder, sha256);
  if ((await filePresence(folder, sha256, null)) === 'missing') return 'missing';
  try {
    await placeFile(to, async (partial) => {
      await copyFile(source, partial);
      if ((await measureFile(partial)).sha256 !== sha256) throw new Altered();
    });
    return 'there';
  } catch (error) {
    if (error instanceof Altered) return 'altered';
    throw error;
  }
}

class Altered extends Error {}

/**
 * Gives a copy of a book its files: those its attachments name, as far as they are there. A file the other folder has
 * already is left alone.
 * @returns how many are in the other folder now, and how many were not to be found
 */
export async function copyFiles(
  from: string,
  to: string,
  hashes: readonly string[],
): Promise<{ copied: number; missing: number }> {
  if (hashes.length === 0) return { copied: 0, missing: 0 };
  await mkdir(to, { recursive: true });
  const known = new Set(await readdir(from).catch(() => [] as string[]));
  const there = hashes.filter((sha256) => known.has(sha256));
  await inParts(to, async (place) => {
    for (const sha256 of there) {
      const isCopied = await stat(path.join(to, sha256)).then(
        () => true,
        () => false,
      );
      if (!isCopied) await place(path.join(from, sha256), sha256, copyFile);
    }
  });
  return { copied: there.length, missing: hashes.length - there.length };
}

/** Shares the files with a book of another name in the same folder: no byte is written twice where the disk can link. */
export async function shareFiles(from: string, to: string): Promise<void> {
  const hashes = await readdir(from).catch(() => [] as string[]);
  if (hashes.length === 0) return;
  await mkdir(to, { recursive: true });
  await inParts(to, async (place) => {
    for (const sha256 of hashes)
      await place(path.join(from, sha256), sha256, (source, target) =>
        link(source, target).catch(() => copyFile(source, target)),
      );
  });
}

type Copy = (source: string, target: string) => Promise<void>;
type Place = (source: string, sha256: string, copy: Copy) => Promise<void>;

/** Copies into a folder, each file whole or not at all, under an ending of their own: two copies of the same file do not meet. */
async function inParts(folder: string, work: (place: Place) => Promise<void>): Promise<void> {
  const suffix = `.${randomUUID().slice(0, 8)}.partial`;
  await noted([{ is: 'parts', folder, suffix }], () =>
    work(async (source, sha256, copy) => {
      const target = path.join(folder, sha256);
      const partial = `${target}${suffix}`;
      try {
        await copy(source, partial);
        await rename(partial, target);
      } finally {
        await rm(partial, { force: true });
      }
    }),
  );
}
