import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { filesFolder } from '../db/attached-files.ts';
import { type Backup, backUp, listBackups, restoreBackup } from '../db/backup.ts';
import { describeBook, findBookSettings } from '../db/book/query.ts';
import { Failure } from '../db/failure.ts';
import { identityOf } from '../db/file-identity.ts';
import { type Access, type Book, createBook, openBook } from '../db/open.ts';
import { isPassphraseOf, keyOf, reencrypt } from '../db/passphrase.ts';
import { initialize } from '../db/record.ts';
import { fillSampleBook } from '../db/sample-book.ts';
import { type CopiedFiles, saveCopy } from '../db/save-copy.ts';
import type { Language } from '../db/types/language.ts';
import type { Log } from './log.ts';
import type { SettingsFile } from './settings.ts';

const recentLimit = 10;
const backupEvery = 60 * 60 * 1000;

export type NewBook = {
  readonly name: string;
  readonly owner: string;
  readonly baseCurrency: string;
  readonly fiscalYearStartMonth: number;
  readonly language: Language;
  readonly timeZone: string;
};

type ShelfOptions = {
  /** Where the app keeps settings, backups and the sample book. */
  readonly dataFolder: string;
  readonly settings: SettingsFile;
  readonly now: () => Date;
  readonly log: Log;
};

/** The one book that is open, the recent ones, and their backups. */
export class Bookshelf {
  readonly #options: ShelfOptions;
  #book: Book | null = null;
  readonly #uses = new Map<Book, Set<Promise<unknown>>>();
  #refused: Failure | null = null;
  #backedUpChange = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  /** @throws Failure book.none-open */
  get book(): Book {
    if (!this.#book) throw new Failure('book.none-open');
    return this.#book;
  }

  /**
   * The open book for as long as something is done with it: another one, or none, may be open by then, but this one is
   * closed only when it was given back. Whoever closes or opens books must not hold one, or waits for itself.
   * @throws Failure book.none-open
   */
  async lease<T>(use: (book: Book) => Promise<T>): Promise<T> {
    const { book } = this;
    const uses = this.#uses.get(book) ?? new Set();
    this.#uses.set(book, uses);
    const done = use(book);
    uses.add(done);
    try {
      return await done;
    } finally {
      uses.delete(done);
    }
  }

  /** Where the open book's attached files lie. @throws Failure book.none-open */
  get filesFolder(): string {
    const { path: file } = this.book;
    if (file === null) throw new Failure('book.none-open');
    return filesFolder(file);
  }

  get isOpen(): boolean {
    return this.#book !== null;
  }

  /** Why the last book asked for did not open, until one does: a page that comes later (after a start) tells it too. */
  get refused(): Failure | null {
    return this.#refused;
  }

  /** Opens another book; the one that was open stays open when this one is refused. */
  async open(file: string, access: Access = {}): Promise<Book> {
    try {
      return await this.#open(path.resolve(file), access);
    } catch (error) {
      this.#refused = error instanceof Failure ? error : null;
      throw error;
    }
  }

  async #open(wanted: string, access: Access): Promise<Book> {
    if (this.#book && isFileOf(this.#book, wanted)) return this.#book;
    const book = await openBook(wanted, { ...access, now: this.#options.now });
    if (!(await findBookSettings(book.db))) {
      await book.close();
      throw new Failure('book.not-a-book', { path: wanted });
    }
    await this.#take(book, wanted);
    return book;
  }

  async create(file: string, facts: NewBook): Promise<Book> {
    const wanted = path.resolve(file);
    const fill = (book: Book) =>
      initialize(book, (trx) =>
        describeBook(trx, {
          name: facts.name,
          owner: facts.owner,
          base_currency: facts.baseCurrency,
          fiscal_year_start_month: facts.fiscalYearStartMonth,
          language: facts.language,
          time_zone: facts.timeZone,
          created_at: this.#options.now().toISOString(),
        }),
      );
    const book = await createBook(wanted, { now: this.#options.now, fill });
    await this.#take(book, wanted);
    return book;
  }

  /** The sample book, made on first use: what a newcomer sees, marked as one and free to try things on. */
  async openSample(language: Language, timeZone: string): Promise<Book> {
    const file = path.join(this.#options.dataFolder, 'sample', `${language}.tenure`);
    const isMade = await stat(file).then(
      () => true,
      () => false,
    );
    if (!isMade) {
      const fill = (book: Book) => fillSampleBook(book, language, timeZone);
      await (await createBook(file, { now: this.#options.now, fill })).close();
    }
    return this.open(file);
  }

  async close(): Promise<void> {
    await this.putAway();
    await this.#options.settings.change({ lastBook: null });
  }

  /** Closes the book at the program's end; it stays the one to open next time. */
  async putAway(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.backUpWhenChanged();
    await this.#letGo();
  }

  /** No book is open from now on; the one that was is closed once nobody uses it. */
  async #letGo(): Promise<void> {
    const book = this.#book;
    this.#book = null;
    if (book) await this.#closeUnused(book);
  }

  async #closeUnused(book: Book): Promise<void> {
    await Promise.allSettled(this.#uses.get(book) ?? []);
    this.#uses.delete(book);
    await book.close();
  }

  /** Puts an encrypted book away until its passphrase is given again. A book without one stays open. */
  async lock(): Promise<void> {
    const file = this.#book?.path;
    if (!file || !this.#book?.key) return;
    await this.putAway();
    this.#refused = new Failure('book.passphrase-needed', { path: file });
  }

  /**
   * Encrypts the open book and its backups under a passphrase, another one, or (null) not at all any more. Whoever asks must not
   * hold the book. A backup of a passphrase before that stays as it is.
   * @param current the passphrase it has now; null where it has none
   * @throws Failure book.wrong-passphrase; nothing is changed then
   */
  async setPassphrase(current: string | null, next: string | null): Promise<void> {
    const { key: before, path: file } = this.book;
    if (file === null) throw new Failure('book.none-open');
    if (before && !(await isPassphraseOf(before, current)))
      throw new Failure('book.wrong-passphrase', { path: file });
    const after = next === null ? null : await keyOf(next);
    await this.backUpWhenChanged();
    const backups = await this.backups();
    await this.#letGo();
    let key = before;
    try {
      const prove = async (partial: string) => (await openBook(partial, { key: after })).close();
      // The backups first: ended in between, none is left open to anybody of a book that is not.
      for (const backup of backups)
        await reencrypt(backup.path, before, after, prove).catch((error: unknown) =>
          this.#options.log.error(error, 'backup'),
        );
      await reencrypt(file, before, after, prove);
      key = after;
    } finally {
      await this.open(file, { key });
    }
  }

  async recent(): Promise<string[]> {
    return (await this.#options.settings.read()).recentBooks;
  }

  async forget(file: string): Promise<void> {
    const { recentBooks } = await this.#options.settings.read();
    await this.#options.settings.change({ recentBooks: recentBooks.filter((recent) => recent !== file) });
  }

  async saveCopy(file: string): Promise<CopiedFiles> {
    return saveCopy(this.book, path.resolve(file));
  }

  async backups(): Promise<Backup[]> {
    return this.#book?.path ? listBackups(this.#backupFolder(this.#book.path)) : [];
  }

  async backupsOf(file: string): Promise<Backup[]> {
    return listBackups(this.#backupFolder(path.resolve(file)));
  }

  async backUp(): Promise<Backup> {
    const { book } = this;
    const backup = await backUp(book, this.#backupFolder(book.path ?? 'memory'));
    this.#backedUpChange = lastChange(book);
    return backup;
  }

  /** A backup when something changed since the last one. Work goes on when it fails (a full disk, say): the log tells. */
  async backUpWhenChanged(): Promise<void> {
    if (!this.#book?.path || lastChange(this.#book) <= this.#backedUpChange) return;
    await this.backUp().catch((error: unknown) => this.#options.log.error(error, 'backup'));
  }

  /** Puts a backup in the place of the book it was made from and opens it; the replaced file stays beside it. */
  async restore(backup: string, file: string, passphrase?: string): Promise<Book> {
    const wanted = path.resolve(file);
    const known = await this.backupsOf(wanted);
    if (!known.some(({ path: candidate }) => candidate === backup))
      throw new Failure('book.not-found', { path: backup });
    // A backup is encrypted as its book was; the key of the open one fits unless the passphrase was another then.
    const isOpen = this.#book !== null && isFileOf(this.#book, wanted);
    const access = passphrase === undefined ? { key: isOpen ? this.book.key : null } : { passphrase };
    if (isOpen) await this.#letGo();
    try {
      await restoreBackup(backup, wanted, this.#options.now(), access);
    } catch (error) {
      if (isOpen) await this.open(wanted, access);
      throw error;
    }
    return this.open(wanted, access);
  }

  async #take(book: Book, file: string): Promise<void> {
    await this.backUpWhenChanged();
    const before = this.#book;
    this.#book = book;
    if (before) await this.#closeUnused(before);
    this.#refused = null;
    this.#backedUpChange = lastChange(book);
    this.#timer ??= setInterval(() => void this.backUpWhenChanged(), backupEvery).unref();
    const recentBooks = [file, ...(await this.recent()).filter((recent) => recent !== file)].slice(
      0,
      recentLimit,
    );
    await this.#options.settings.change({ recentBooks, lastBook: file });
  }

  /** A folder per book path: two books of one name keep their backups apart. */
  #backupFolder(file: string): string {
    const mark = createHash('sha256').update(file).digest('hex').slice(0, 12);
    return path.join(this.#options.dataFolder, 'backups', `${path.basename(file, '.tenure')}-${mark}`);
  }
}

/** Whether the path, by whatever name, leads to the file this book is open from. */
function isFileOf(book: Book, file: string): boolean {
  return book.path !== null && book.fileLoss() === null && identityOf(book.path) === identityOf(file);
}

function lastChange(book: Book): number {
  const row = book.sqlite.prepare<[], { id: number | null }>('select max(id) as id from change').get();
  return row?.id ?? 0;
}
