import path from 'node:path';

/**
 * The book a command line names, as an absolute path, or null: the last argument that ends in `.tenure` and is no switch.
 * Systems start an app with a double-clicked file that way; Chromium adds switches of its own around it.
 * @param folder where a relative name is meant from: the folder of the process that was given it
 */
export function bookArgument(argv: readonly string[], folder: string): string | null {
  const name = argv.findLast((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.tenure'));
  return name === undefined ? null : path.resolve(folder, name);
}
