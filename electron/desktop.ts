import type { Language } from '../db/types/language.ts';

/**
 * What a page cannot do by itself, and what the two hosts do differently: Electron answers with the system's own dialogs
 * (preload.ts, native-desktop.ts), a browser on the loopback host with what a browser has (renderer/lib/desktop.ts).
 * Paths are absolute.
 */
export interface Desktop {
  /** Asks which book to open; null when the user changed their mind. */
  readonly chooseBook: () => Promise<string | null>;
  /** Asks where to save a file of this suggested name; null when the user changed their mind. */
  readonly chooseDestination: (suggestedName: string) => Promise<string | null>;
  /**
   * Prints the page on screen: asks where to and saves it as a PDF, or opens the browser's own print window. The path of the
   * PDF; null when there is none, or none the page may know of. It rejects when the file cannot be written.
   */
  readonly print: (suggestedName: string) => Promise<string | null>;
  /** Shows a file in the system's file manager. */
  readonly reveal: (path: string) => Promise<void>;
  readonly notify: (title: string, body: string) => Promise<void>;
  /** Opens an https or mailto address outside the app; any other is refused, and the answer is false. */
  readonly openLink: (address: string) => Promise<boolean>;
  /** Hears what the menu or a double-clicked book asks for; returns how to stop hearing. */
  readonly onCommand: (listener: (command: Command) => void) => () => void;
}

/** An action asked of the page, which does it the way its own buttons do, with the same words when it fails. */
export type Command =
  | { readonly name: PlainCommand }
  | { readonly name: 'open-recent'; readonly path: string }
  | { readonly name: 'speak'; readonly language: Language };

export type PlainCommand =
  | 'new-book'
  | 'open-book'
  | 'save-copy'
  | 'close-book'
  | 'import'
  | 'undo'
  | 'redo'
  | 'find'
  | 'about';

/** The questions a page puts to Electron's main process: all of `Desktop` that waits for an answer. */
export const questions = [
  'chooseBook',
  'chooseDestination',
  'print',
  'reveal',
  'notify',
  'openLink',
] as const satisfies readonly (keyof Desktop)[];
export type Question = (typeof questions)[number];

/** The channel of a question, and the one that carries commands. Preload and main process agree on no others. */
export const channel = (question: Question) => `desktop:${question}` as const;
export const commandChannel = 'desktop:command';
