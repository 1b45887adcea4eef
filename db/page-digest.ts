import { fstatSync, fsyncSync, ftruncateSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * What the bytes of a closed book were, so that the next opening notices any that changed since (a disk that decays, a copy that
 * went wrong): a CRC-32 of every 64 KiB, behind the last page of the file itself, where SQLite does not look. It travels with
 * the file, and holds for as long as SQLite's own count of changes stands where it stood when the book was closed.
 *
 * Behind the pages, filled up to whole pages: magic (16 bytes) · that count · number of blocks · one CRC each · CRC of all the
 * foregoing · filling · length of all of this · the second half of the magic. Numbers are 32 bits, big-endian.
 */
const magic = Buffer.from('TENURE-DIGEST-1\0', 'latin1');
const blockSize = 65_536;
const blocksAtOnce = 16;
const headerLength = 24;
const footerLength = 12;

/** `unknown`: no digest, or one of an earlier state; else the bytes that differ, none when all are as they were. */
export type Verdict = 'unknown' | readonly { readonly from: number; readonly to: number }[];

export function verifyDigest(fd: number, isEncrypted: boolean): Verdict {
  const found = readDigest(fd);
  if (!found) return 'unknown';
  const { bookLength, mark, sums } = found;
  if (markOf(fd, bookLength, isEncrypted) !== mark) {
    // SQLite writes its count twice; one that differs from the other was not written by SQLite.
    return isEncrypted || readNumber(fd, 92) !== mark ? 'unknown' : [{ from: 0, to: 100 }];
  }
  return sumsOf(fd, bookLength).flatMap((sum, at) =>
    sum === sums[at] ? [] : [{ from: at * blockSize, to: Math.min((at + 1) * blockSize, bookLength) }],
  );
}

/** Writes the digest of a book that nobody writes to any more; `bookLength` is its pages' bytes. */
export function writeDigest(fd: number, bookLength: number, pageSize: number, isEncrypted: boolean): void {
  const sums = sumsOf(fd, bookLength);
  const used = headerLength + sums.length * 4 + 4;
  const digest = Buffer.alloc(Math.ceil((used + footerLength) / pageSize) * pageSize);
  magic.copy(digest);
  digest.writeUInt32BE(markOf(fd, bookLength, isEncrypted), 16);
  digest.writeUInt32BE(sums.length, 20);
  for (const [at, sum] of sums.entries()) digest.writeUInt32BE(sum, headerLength + at * 4);
  digest.writeUInt32BE(crc32(digest.subarray(0, used - 4)), used - 4);
  digest.writeUInt32BE(digest.length, digest.length - footerLength);
  magic.copy(digest, digest.length - 8, 8);
  writeSync(fd, digest, 0, digest.length, bookLength);
  ftruncateSync(fd, bookLength + digest.length);
  fsyncSync(fd);
}

/** Where the pages of a file end that may carry a digest. */
export function lengthWithoutDigest(fd: number): number {
  return readDigest(fd)?.bookLength ?? fstatSync(fd).size;
}

function readDigest(fd: number): { bookLength: number; mark: number; sums: number[] } | null {
  const { size } = fstatSync(fd);
  if (size < footerLength) return null;
  const footer = read(fd, size - footerLength, footerLength);
  const length = footer.readUInt32BE(0);
  if (!footer.subarray(4).equals(magic.subarray(8)) || length < headerLength || length > size) return null;
  const digest = read(fd, size - length, length);
  const blocks = digest.readUInt32BE(20);
  const used = headerLength + blocks * 4 + 4;
  if (!digest.subarray(0, 16).equals(magic) || used + footerLength > length) return null;
  if (digest.readUInt32BE(used - 4) !== crc32(digest.subarray(0, used - 4))) return null;
  const sums = Array.from({ length: blocks }, (_, at) => digest.readUInt32BE(headerLength + at * 4));
  return { bookLength: size - length, mark: digest.readUInt32BE(16), sums };
}

/** Changes with the first commit after an opening: SQLite's count, or in an encrypted book the page that holds it. */
function markOf(fd: number, bookLength: number, isEncrypted: boolean): number {
  return isEncrypted ? crc32(read(fd, 0, Math.min(4096, bookLength))) : readNumber(fd, 24);
}

function sumsOf(fd: number, bookLength: number): number[] {
  const sums: number[] = [];
  const buffer = Buffer.alloc(blockSize * blocksAtOnce);
  for (let from = 0; from < bookLength; from += buffer.length) {
    const count = readSync(fd, buffer, 0, Math.min(buffer.length, bookLength - from), from);
    for (let at = 0; at < count; at += blockSize)
      sums.push(crc32(buffer.subarray(at, Math.min(at + blockSize, count))));
  }
  return sums;
}

function readNumber(fd: number, at: number): number {
  return read(fd, at, 4).readUInt32BE();
}

function read(fd: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  readSync(fd, buffer, 0, length, at);
  return buffer;
}
