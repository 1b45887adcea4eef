import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { Failure } from '../../db/failure.ts';
import { procedure, router } from './trpc.ts';

/** For hosts without the system's file dialogs: the page draws its own from these. Folders and books only. */
export const folderRouter = router({
  list: procedure
    .input(z.object({ path: z.string().nullable() }))
    .query(async ({ ctx: { service }, input }) => {
      const folder = path.resolve(input.path ?? (await firstThere([service.documentsFolder, homedir()])));
      const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
        throw new Failure('book.no-access', { path: folder }, { cause: error });
      });
      const shown = entries.filter(({ name }) => !name.startsWith('.'));
      const parent = path.dirname(folder);
      return {
        path: folder,
        parent: parent === folder ? null : parent,
        separator: path.sep,
        folders: shown.filter((entry) => entry.isDirectory()).map(({ name }) => name),
        books: shown
          .filter((entry) => entry.isFile() && entry.name.endsWith('.tenure'))
          .map(({ name }) => name),
      };
    }),
});

async function firstThere(folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const isThere = await stat(folder).then(
      (facts) => facts.isDirectory(),
      () => false,
    );
    if (isThere) return folder;
  }
  return path.parse(process.cwd()).root;
}
