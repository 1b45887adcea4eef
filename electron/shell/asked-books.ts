import type { App } from 'electron';
import { bookArgument } from './book-argument.ts';

/**
 * The books the system asks for: named on the command line of this start, double-clicked on macOS (`open-file`, which
 * may come before the app is ready), or named by a second start, which hands over and ends.
 */
export class AskedBooks {
  #asked: string | null;
  #listener: ((file: string | null) => void) | null = null;

  constructor(app: App, argv: readonly string[], folder: string) {
    this.#asked = bookArgument(argv, folder);
    app.on('open-file', (event, file) => {
      event.preventDefault();
      this.#tell(file);
    });
    app.on('second-instance', (_event, itsArgv, itsFolder) => this.#tell(bookArgument(itsArgv, itsFolder)));
  }

  /** The book to start with, or null; later ones go to the listener. A second start without a book tells null. */
  startWith(listener: (file: string | null) => void): string | null {
    this.#listener = listener;
    return this.#asked;
  }

  #tell(file: string | null): void {
    if (this.#listener) this.#listener(file);
    else this.#asked = file ?? this.#asked;
  }
}
