import { crc32, inflateRawSync } from 'node:zlib';
import { Failure } from '../../../db/failure.ts';

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** An archive read part by part, each no further than it says it is large, and all together no further than `limit` bytes. */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  #left: number;

  /** @throws Failure import.damaged when the directory at the archive's end is missing or makes no sense */
  constructor(bytes: Uint8Array, limit: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#left = limit;
    try {
      this.#entries = directory(this.#bytes);
    } catch (error) {
      throw damaged(error);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The part's content, or null when there is none by that name. What it claims to be large is checked before anything is
   * inflated, and it is stopped when it claimed too little.
   * @throws Failure import.too-large, import.damaged, import.password-protected
   */
  part(name: string): Buffer | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    if (entry.encrypted) throw new Failure('import.password-protected');
    this.#left -= entry.size;
    if (this.#left < 0) throw new Failure('import.too-large');
    try {
      const content = inflate(this.#bytes, entry);
      if (content.length !== entry.size || crc32(content) !== entry.crc) throw new RangeError('checksum');
      return content;
    } catch (error) {
      throw damaged(error);
    }
  }
}

const damaged = (cause: unknown) => new Failure('import.damaged', {}, { cause });

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 65_535;

/**
 * Reads the central directory. Programs that stream, Java's above all, write sizes, places and counts as zip64 however small
 * they are: the 32-bit field then holds only ones, and the figure stands in an extra field.
 */
function directory(bytes: Buffer): Map<string, Entry> {
  let end = bytes.length - endLength;
  while (
    end >= 0 &&
    end >= bytes.length - endLength - longestComment &&
    bytes.readUInt32LE(end) !== endSignature
  )
    end--;
  if (end < 0 || bytes.readUInt32LE(end) !== endSignature) throw new RangeError('no directory');
  const entries = new Map<string, Entry>();
  const { count, start } = extent(bytes, end);
  let at = start;
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw new RangeError('no entry');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size, packed, offset] = widened(
      [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
      extra,
    );
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed,
      size,
      offset,
    });
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

const endSignature64 = 0x06064b50;
const locatorSignature = 0x07064b50;
const locatorLength = 20;
const wide = 0xffffffff;

/** How many entries the directory has and where it begins. */
function extent(bytes: Buffer, end: number): { count: number; start: number } {
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
  const locator = end - locatorLength;
  if ((count !== 0xffff && start !== wide) || locator < 0 || bytes.readUInt32LE(locator) !== locatorSignature)
    return { count, start };
  const end64 = exactly(bytes.readBigUInt64LE(locator + 8));
  if (bytes.readUInt32LE(end64) !== endSignature64) throw new RangeError('no zip64 end');
  return {
    count: exactly(bytes.readBigUInt64LE(end64 + 32)),
    start: exactly(bytes.readBigUInt64LE(end64 + 48)),
  };
}

/** The figures of an entry, those of only ones taken from its zip64 field, where they stand in this order. */
function widened(figures: [number, number, number], extra: Buffer): [number, number, number] {
  if (!figures.includes(wide)) return figures;
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  if (at + 4 > extra.length) return figures;
  at += 4;
  const [size, packed, offset] = figures.map((figure) => {
    if (figure !== wide) return figure;
    at += 8;
    return exactly(extra.readBigUInt64LE(at - 8));
  });
  return [size ?? 0, packed ?? 0, offset ?? 0];
}

function exactly(figure: bigint): number {
  if (figure > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('zip64');
  return Number(figure);
}

function inflate(bytes: Buffer, { method, packed, size, offset }: Entry): Buffer {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(start, start + packed);
  if (method === 0) return content;
  if (method !== 8) throw new RangeError(`compression ${method}`);
  // At least 1, since 0 would mean no limit.
  return inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
}
