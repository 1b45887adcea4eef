import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { Failure } from './failure.ts';

/** What became of an open book's file: none at its path, another one there, cut short, or written by another program. */
export type FileLoss = 'gone' | 'replaced' | 'cut-short' | 'changed';

/** Where SQLite counts a file's changes; while a book is open exclusively, nobody else may move it. */
const counterAt = 24;

/**
 * Looks after the file of an open book: before every write, whether the path still leads to the file that is open and nobody
 * else wrote to it. SQLite itself goes on writing to a file that has been replaced, and nothing of that is ever seen again.
 *
 * It holds a descriptor of its own. Closing that drops the lock, so it is opened before SQLite takes the lock and closed after.
 */
export class FileGuard {
  readonly fd: number;
  /** An encrypted book begins with its salt. */
  readonly isEncrypted: boolean;
  readonly #identity: string;
  readonly #file: string;
  #size = 0;
  #counter = 0;
  #loss: FileLoss | null = null;
  #isSealed = false;

  /** @throws the system's errors of opening a file for writing */
  constructor(file: string) {
    this.#file = file;
    this.fd = openSync(file, 'r+');
    const { dev, ino } = fstatSync(this.fd, { bigint: true });
    this.#identity = `${dev}:${ino}`;
    const magic = Buffer.alloc(15);
    readSync(this.fd, magic, 0, magic.length, 0);
    this.isEncrypted = magic.toString('latin1') !== 'SQLite format 3';
    this.written();
  }

  /** The book stands as it will be worked on; `isSealed` when its digest holds. */
  opened(isSealed: boolean): void {
    this.written();
    this.#isSealed = isSealed;
  }

  /** Whether the digest is to be written anew at the end. */
  isToSeal(): boolean {
    return !this.#isSealed && this.loss() === null;
  }

  /** What became of the file, found out now; once something did, it stays so. */
  loss(): FileLoss | null {
    this.#loss ??= this.#look();
    return this.#loss;
  }

  /** @throws Failure book.file-lost before a transaction, and before its commit, once the file is not the one that is open */
  beforeWrite(): void {
    this.#isSealed = false;
    const loss = this.loss();
    if (loss) throw new Failure('book.file-lost', { path: this.#file, loss });
  }

  /** The file is as this program left it. */
  written(): void {
    this.#size = fstatSync(this.fd).size;
    this.#counter = this.#readCounter();
  }

  close(): void {
    closeSync(this.fd);
  }

  #look(): FileLoss | null {
    const facts = statSync(this.#file, { bigint: true, throwIfNoEntry: false });
    if (!facts) return 'gone';
    if (`${facts.dev}:${facts.ino}` !== this.#identity) return 'replaced';
    if (facts.size < BigInt(this.#size)) return 'cut-short';
    // An encrypted page is another each time it is written, also ahead of a commit and by taking it back.
    return !this.isEncrypted && this.#readCounter() !== this.#counter ? 'changed' : null;
  }

  #readCounter(): number {
    const bytes = Buffer.alloc(4);
    readSync(this.fd, bytes, 0, 4, counterAt);
    return bytes.readUInt32BE();
  }
}
