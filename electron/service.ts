import { chmod, mkdir } from 'node:fs/promises';
import type { Language } from '../db/types/language.ts';
import { beginWork, endWork } from '../db/work-file.ts';
import { Bookshelf } from './bookshelf.ts';
import { Destinations } from './destinations.ts';
import { Jobs } from './jobs/jobs.ts';
import { type Log, openLog } from './log.ts';
import { SettingsFile } from './settings.ts';
import { Transfers } from './transfers.ts';

/** Everything a handler may reach: what every host makes once and every request shares. */
export type Service = {
  readonly shelf: Bookshelf;
  readonly settings: SettingsFile;
  readonly transfers: Transfers;
  readonly destinations: Destinations;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly now: () => Date;
  readonly version: string;
  /** The user's folder where new books and files go unless they say otherwise. */
  readonly documentsFolder: string;
  /** The system's language and time zone, for a first start. */
  readonly systemLanguage: Language;
  readonly systemTimeZone: string;
  close(): Promise<void>;
};

type ServiceOptions = {
  readonly dataFolder: string;
  readonly documentsFolder: string;
  readonly version: string;
  readonly now?: () => Date;
  readonly systemLanguage?: Language;
  /** Whether the host has the system's own save dialog; see destinations.ts. */
  readonly hasSaveDialog?: boolean;
};

export async function startService(options: ServiceOptions): Promise<Service> {
  const now = options.now ?? (() => new Date());
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
  await chmod(options.dataFolder, 0o700); // a folder made by an earlier version was open to everybody on the machine
  const work = await beginWork(options.dataFolder);
  const log = openLog(options.dataFolder, now);
  const settings = new SettingsFile(options.dataFolder);
  const shelf = new Bookshelf({ dataFolder: options.dataFolder, settings, now, log });
  const transfers = new Transfers(work);
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    shelf,
    settings,
    transfers,
    destinations: new Destinations(options.hasSaveDialog ? 'asked' : 'kind'),
    jobs: new Jobs(log),
    log,
    now,
    version: options.version,
    documentsFolder: options.documentsFolder,
    systemLanguage: options.systemLanguage ?? (locale.startsWith('zh') ? 'zh-CN' : 'en'),
    systemTimeZone: timeZone,
    async close() {
      await shelf.putAway();
      await endWork(work);
    },
  };
}

/** Opens the book that was open last, else the sample; a book that no longer opens is left alone and told of. */
export async function openFirstBook(service: Service, asked: string | null): Promise<unknown> {
  const { lastBook, language } = await service.settings.read();
  const file = asked ?? lastBook;
  try {
    if (file) await service.shelf.open(file);
    else await service.shelf.openSample(language ?? service.systemLanguage, service.systemTimeZone);
    return null;
  } catch (error) {
    return error;
  }
}
