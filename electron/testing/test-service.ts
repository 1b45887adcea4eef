import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Language } from '../../db/types/language.ts';
import { appRouter } from '../api/router.ts';
import type { NewBook } from '../bookshelf.ts';
import { openFirstBook, type Service, startService } from '../service.ts';

type TestService = {
  readonly service: Service;
  /** Where the service keeps everything; a test may put files of its own there. */
  readonly folder: string;
  /** The handlers, called as the page would. */
  readonly api: () => ReturnType<typeof appRouter.createCaller>;
  /** What the service's clock says from now on, until the test ends. */
  readonly setClock: (instant: string) => void;
};

const anyBook: NewBook = {
  name: 'East',
  owner: 'Lin Yue',
  baseCurrency: 'CNY',
  fiscalYearStartMonth: 1,
  language: 'en',
  timeZone: 'Asia/Shanghai',
};

/**
 * A service for each test of the file, in a folder of its own that goes with it: on the sample book, or on a new one of the
 * facts given. The sample is made once a file.
 * @param instant what its clock says when a test begins
 */
export function testService(
  instant: string,
  { book, language = 'en' }: { book?: Partial<NewBook>; language?: Language } = {},
): TestService {
  let folder: string;
  let service: Service;
  let now: Date;
  let sample: Buffer | null = null;

  beforeEach(async () => {
    now = new Date(instant);
    folder = await mkdtemp(path.join(tmpdir(), 'tenure-test-'));
    service = await startService({
      dataFolder: folder,
      documentsFolder: folder,
      version: '0.0.0',
      now: () => now,
      systemLanguage: language,
    });
    if (book) {
      await service.shelf.create(path.join(folder, 'East.tenure'), { ...anyBook, ...book });
      return;
    }
    if (sample) {
      await mkdir(path.join(folder, 'sample'));
      await writeFile(path.join(folder, 'sample', `${language}.tenure`), sample);
    }
    await openFirstBook(service, null);
    sample ??= service.shelf.book.sqlite.serialize();
  });
  afterEach(async () => {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    get service() {
      return service;
    },
    get folder() {
      return folder;
    },
    api: () => appRouter.createCaller({ service }),
    setClock: (instant) => {
      now = new Date(instant);
    },
  };
}
