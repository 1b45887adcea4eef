import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';

const maximumBytes = 1_000_000;

/** The log of unexpected errors: a file in the data folder, one older file kept. Nothing of it leaves the computer. */
export type Log = { readonly file: string; error(error: unknown, where: string): Promise<void> };

export function openLog(dataFolder: string, now: () => Date): Log {
  const file = path.join(dataFolder, 'errors.log');
  return {
    file,
    async error(error, where) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      try {
        await mkdir(dataFolder, { recursive: true });
        const size = await stat(file).then(
          (facts) => facts.size,
          () => 0,
        );
        if (size > maximumBytes) await rename(file, `${file}.old`);
        await appendFile(file, `${now().toISOString()} ${where}\n${text}\n\n`);
      } catch {
        process.stderr.write(`${where}: ${text}\n`); // the disk may be full: the terminal is all that is left
      }
    },
  };
}
