import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../db/failure.ts';

/** The kinds of file the app writes by itself. */
const ownKinds = ['.xlsx', '.pptx', '.csv', '.eml', '.ics', '.json', '.tenure'];

/**
 * Where the page may write. Whoever runs code in the page holds its every door, so a path alone is no permission.
 *
 * - `asked`: only where a save dialog of the system answered in this run (Electron).
 * - `kind`: a browser has no such dialog. No file of a foreign kind is replaced, and hidden places, where programs keep what they
 *   start with, are out of reach.
 */
export class Destinations {
  readonly #rule: 'asked' | 'kind';
  readonly #asked = new Set<string>();

  constructor(rule: 'asked' | 'kind') {
    this.#rule = rule;
  }

  /** The user chose this place in a dialog of the system. */
  remember(file: string): void {
    this.#asked.add(path.resolve(file));
  }

  /**
   * @param kind the extension of what is written where it is a file the user kept, such as `.docx`; null for files of the app
   * @throws Failure file.not-chosen, file.other-kind
   */
  async refuseForeign(file: string, kind: string | null = null): Promise<void> {
    const target = path.resolve(file);
    if (this.#rule === 'asked') {
      if (!this.#asked.has(target)) throw new Failure('file.not-chosen', { path: file });
      return;
    }
    const own = path.extname(target).toLowerCase();
    const isHidden = target.split(path.sep).some((part) => part.startsWith('.'));
    if (own === '' || isHidden) throw new Failure('file.other-kind', { path: file });
    const isThere = await stat(target).then(
      () => true,
      () => false,
    );
    const mayReplace = kind === null ? ownKinds.includes(own) : own === kind.toLowerCase();
    if (isThere && !mayReplace) throw new Failure('file.other-kind', { path: file });
  }
}
