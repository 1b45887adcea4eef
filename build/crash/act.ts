import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { openBook } from '../../db/open.ts';
import { appRouter } from '../../electron/api/router.ts';
import { openFirstBook, startService } from '../../electron/service.ts';

/** What a program does until it is killed: it says `begin` when it starts to, and `done …` for what it has acknowledged. */
const task = z
  .object({
    does: z.enum(['write', 'import', 'migrate', 'restore', 'copy', 'back-up', 'first-start']),
    folder: z.string(),
    file: z.string(),
    passphrase: z.string().optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));
const { does, folder, file, passphrase } = task;
const access = passphrase === undefined ? {} : { passphrase };
const tell = (text: string) => process.stdout.write(`${text}\n`);

const dataFolder = path.join(folder, 'data');
const service = await startService({
  dataFolder,
  documentsFolder: folder,
  version: '0.0.0',
  systemLanguage: 'en',
});
const api = appRouter.createCaller({ service });
const facts = {
  key: null,
  legalName: null,
  industry: null,
  size: null,
  region: null,
  tier: null,
  owner: null,
  salesOwner: null,
  status: 'active' as const,
  tags: [] as string[],
  description: 'x'.repeat(400),
  customerSince: null,
};

if (does === 'first-start') {
  tell('begin');
  await openFirstBook(service, null);
} else if (does === 'migrate') {
  tell('begin');
  await openBook(file, access);
} else {
  await service.shelf.open(file, access);
  if (does === 'write') await Promise.all([0, 1, 2].map(writeOn));
  if (does === 'import') await importList();
  if (does === 'restore') {
    const [backup] = await service.shelf.backups();
    tell('begin');
    await service.shelf.restore(backup?.path ?? '', file, passphrase);
  }
  if (does === 'copy') {
    tell('begin');
    await service.shelf.saveCopy(path.join(folder, 'copy.tenure'));
  }
  if (does === 'back-up') {
    tell('begin');
    await service.shelf.backUp();
  }
}
tell('end');
setInterval(() => {}, 1000); // waits to be killed

async function writeOn(client: number): Promise<void> {
  if (client === 0) tell('begin');
  for (let turn = 0; ; turn++) {
    const name = `W-${process.pid}-${client}-${turn}`;
    await api.account.create({ ...facts, name });
    tell(`done ${name}`);
  }
}

/** A list of accounts through the import's own door: uploaded, read, written in one action. */
async function importList(): Promise<void> {
  const { id, path: list } = await service.transfers.place('list.csv');
  const rows = Array.from({ length: 2000 }, (_, row) => `I-${process.pid}-${row},Retail`);
  await writeFile(list, `Account Name,Industry\n${rows.join('\n')}\n`);
  const opened = await api.import.open({ upload: id });
  const [sheet] = opened.sheets;
  if (!sheet) throw new Error('the list was not read');
  tell('begin');
  await api.import.write({
    upload: id,
    tables: [
      {
        sheet: 0,
        noun: 'account',
        headerRow: sheet.headerRow,
        fields: ['name', 'industry'],
        answers: {},
        blanked: [],
      },
    ],
  });
}
