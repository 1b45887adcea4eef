import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { languages } from '../db/types/language.ts';
import { areaPlaces, roles } from '../db/types/role.ts';
import { replaceFile } from './replace-file.ts';

/** What the app remembers beside the books: how it looks and which books were open. */
const settingsSchema = z.object({
  language: z.enum(languages).nullable().default(null),
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  recentBooks: z.array(z.string()).default([]),
  /** Whether due tasks are told of once a day, and the day they last were. */
  remindsOfTasks: z.boolean().default(false),
  remindedOn: z.string().nullable().default(null),
  /** Whether each screen explains its method. */
  showsGuides: z.boolean().default(true),
  /** What the user does, which decides the areas to begin with; null until they said so. */
  role: z.enum(roles).nullable().default(null),
  /** Areas the user placed otherwise than their role does, by the area's key. */
  areas: z.record(z.string(), z.enum(areaPlaces)).default({}),
  /** Minutes without a key or a click after which an encrypted book asks for its passphrase again; null for never. */
  locksAfterMinutes: z.int().positive().nullable().default(15),
  lastBook: z.string().nullable().default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

/** The settings file in the app's data folder. A file that cannot be read counts as none: settings are never worth a refusal. */
export class SettingsFile {
  readonly #file: string;
  readonly #listeners = new Set<(settings: Settings) => void>();
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(dataFolder: string) {
    this.#file = path.join(dataFolder, 'settings.json');
  }

  async read(): Promise<Settings> {
    try {
      return settingsSchema.parse(JSON.parse(await readFile(this.#file, 'utf8')));
    } catch {
      return settingsSchema.parse({});
    }
  }

  /** Changes come one after the other: each builds on what the one before it wrote. */
  change(part: Partial<Settings>): Promise<Settings> {
    const change = this.#lastChange.then(() => this.#write(part));
    this.#lastChange = change.catch(() => {}); // told to its own caller; the next one tries anew
    return change;
  }

  /** Tells of every change: for what shows settings outside the page, such as a menu. */
  onChange(listener: (settings: Settings) => void): void {
    this.#listeners.add(listener);
  }

  async #write(part: Partial<Settings>): Promise<Settings> {
    const settings = { ...(await this.read()), ...part };
    await replaceFile(this.#file, `${JSON.stringify(settings, null, 2)}\n`);
    for (const listener of this.#listeners) listener(settings);
    return settings;
  }
}
