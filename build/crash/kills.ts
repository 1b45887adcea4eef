import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesFolder } from '../../db/attached-files.ts';
import { migrations } from '../../db/migrate.ts';
import { type Access, type Book, createBook, openBook } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import { startService } from '../../electron/service.ts';
import type { Random } from './random.ts';
import { faultsOf, leftBehind } from './soundness.ts';

export const operations = [
  'write',
  'import',
  'migrate',
  'restore',
  'copy',
  'back-up',
  'first-start',
] as const;
type Operation = (typeof operations)[number];

export type KillFigures = {
  kills: number;
  readonly byDeed: Map<string, number>;
  acknowledged: number;
  lost: number;
  missing: number;
  leftBehind: number;
  readonly faults: string[];
};

export function noKills(): KillFigures {
  return { kills: 0, byDeed: new Map(), acknowledged: 0, lost: 0, missing: 0, leftBehind: 0, faults: [] };
}

const passphrase = 'correct horse battery';
/** How long each operation takes about, in milliseconds: kills fall anywhere in it. */
const span: Readonly<Record<Operation, number>> = {
  write: 500,
  import: 1500,
  migrate: 250,
  restore: 250,
  copy: 200,
  'back-up': 200,
  'first-start': 2500,
};

/**
 * Starts a program that does something to a book, kills it at a random moment, starts anew as a user would, and looks.
 * @param program the bundled act.ts
 */
export async function killOnce(
  program: string,
  root: string,
  random: Random,
  figures: KillFigures,
  operation: Operation,
): Promise<void> {
  const folder = await mkdtemp(path.join(root, 'kill-'));
  const isEncrypted = operation !== 'first-start' && operation !== 'migrate' && random.next() < 0.3;
  const access: Access = isEncrypted ? { passphrase } : {};
  const file = path.join(folder, 'East.tenure');
  try {
    const before = await prepare(operation, folder, file, access, random);
    const { acknowledged, hasBegun } = await runAndKill(
      program,
      operation,
      folder,
      file,
      isEncrypted,
      random,
    );
    if (!hasBegun) throw new Error('the program ended before it began');
    figures.kills += 1;
    const name = `${operation}${isEncrypted ? ', encrypted' : ''}`;
    figures.byDeed.set(name, (figures.byDeed.get(name) ?? 0) + 1);
    figures.acknowledged += acknowledged.length;
    await look({ operation, name, folder, file, access, before, acknowledged, figures });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns the accounts that are there before anything is killed */
async function prepare(
  operation: Operation,
  folder: string,
  file: string,
  access: Access,
  random: Random,
): Promise<string[]> {
  await mkdir(path.join(folder, 'data'));
  if (operation === 'first-start') return [];
  const names = Array.from({ length: 200 }, (_, at) => `W-before-${at}`);
  if (operation === 'migrate') {
    const steps = migrations.slice(0, random.below(migrations.length - 1) + 1);
    const book = await createBook(file, { migrations: steps });
    const log = book.sqlite.prepare("select 1 from sqlite_schema where name = 'action'").get()
      ? 'action'
      : 'deed';
    const columns = log === 'action' && steps.some(({ version }) => version >= 36) ? 'at, key, kind' : null;
    book.sqlite.exec(
      columns
        ? `insert into ${log} (${columns}) values ('2026-01-01T00:00:00.000Z', 'account.create', 'do')`
        : oldAction(book, log),
    );
    const insert = book.sqlite.prepare('insert into account (name) values (?)');
    book.sqlite.transaction(() => {
      for (const name of names) insert.run(name);
    })();
    await book.close();
    return names;
  }
  const service = await startService({
    dataFolder: path.join(folder, 'data'),
    documentsFolder: folder,
    version: '0',
  });
  const book = await service.shelf.create(file, {
    name: 'East',
    owner: '',
    baseCurrency: 'CNY',
    fiscalYearStartMonth: 1,
    language: 'en',
    timeZone: 'UTC',
  });
  await record(book, { key: 'account.create' }, (trx) =>
    trx
      .insertInto('account')
      .values(names.map((name) => ({ name, tags: '[]' })))
      .execute(),
  );
  if (operation === 'restore') {
    const files = filesFolder(file);
    await mkdir(files);
    for (let at = 0; at < 40; at++)
      await writeFile(path.join(files, at.toString(16).padStart(64, '0')), 'attached');
  }
  if (access.passphrase !== undefined) await service.shelf.setPassphrase(null, access.passphrase);
  await service.shelf.backUp();
  await service.close();
  return names;
}

/** The log of an earlier version has its columns under other names, in the same order. */
function oldAction(book: Book, log: string): string {
  const columns = book.sqlite
    .prepare<[], { name: string; notnull: number; dflt_value: unknown; pk: number }>(
      `select name, "notnull", dflt_value, pk from pragma_table_info('${log}')`,
    )
    .all()
    .filter(({ notnull, dflt_value, pk }) => notnull === 1 && dflt_value === null && pk === 0);
  const values = columns.map(({ name }) =>
    name === 'at' ? "'2026-01-01T00:00:00.000Z'" : name === 'kind' ? "'do'" : "'account.create'",
  );
  return `insert into ${log} (${columns.map(({ name }) => name).join(', ')}) values (${values.join(', ')})`;
}

async function runAndKill(
  program: string,
  does: Operation,
  folder: string,
  file: string,
  isEncrypted: boolean,
  random: Random,
): Promise<{ acknowledged: string[]; hasBegun: boolean }> {
  const task = { does, folder, file, ...(isEncrypted && { passphrase }) };
  const child: ChildProcess = spawn(process.execPath, [program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: folder },
  });
  let said = '';
  const begun = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('begin')) resolve();
    });
    child.once('close', () => resolve());
  });
  await begun;
  await new Promise((resolve) => setTimeout(resolve, random.next() ** 1.5 * span[does]));
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await closed;
  const acknowledged = said
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => (line.startsWith('done ') ? [line.slice(5)] : []));
  return { acknowledged, hasBegun: said.includes('begin') };
}

type Scene = {
  readonly operation: Operation;
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly access: Access;
  readonly before: readonly string[];
  readonly acknowledged: readonly string[];
  readonly figures: KillFigures;
};

async function look({
  operation,
  name,
  folder,
  file,
  access,
  before,
  acknowledged,
  figures,
}: Scene): Promise<void> {
  const dataFolder = path.join(folder, 'data');
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (operation !== 'first-start' && !isThere) figures.missing += 1;
  const service = await startService({
    dataFolder,
    documentsFolder: folder,
    version: '0',
    systemLanguage: 'en',
  });
  try {
    const book =
      operation === 'first-start'
        ? await service.shelf.openSample('en', 'UTC')
        : operation === 'migrate'
          ? await openBook(file)
          : await service.shelf.open(file, access);
    const names = new Set(
      (await book.db.selectFrom('account').select('name').execute()).map((row) => row.name),
    );
    const lost = [...before, ...acknowledged].filter((each) => !names.has(each)).length;
    figures.lost += lost;
    const imported = [...names].filter((each) => each.startsWith('I-')).length;
    if (imported !== 0 && imported !== 2000) figures.faults.push(`${name}: ${imported} of 2,000 imported`);
    if (operation === 'first-start' && names.size === 0) figures.faults.push(`${name}: the sample is empty`);
    figures.faults.push(...(await faultsOf(book)).map((fault) => `${name}: ${fault}`));
    if (operation === 'copy') await lookAtCopy(folder, access, before, figures, name);
    if (operation === 'migrate') await book.close(); // the shelf closes the others
  } catch (error) {
    figures.faults.push(`${name}: ${String(error)}`);
  }
  await service.close();
  const left = await leftBehind(folder);
  figures.leftBehind += left.length;
  if (left.length > 0) figures.faults.push(`${name}: left ${left.join(', ')}`);
}

async function lookAtCopy(
  folder: string,
  access: Access,
  before: readonly string[],
  figures: KillFigures,
  name: string,
): Promise<void> {
  if (!(await readdir(folder)).includes('copy.tenure')) return;
  const copy = await openBook(path.join(folder, 'copy.tenure'), access);
  const rows = await copy.db.selectFrom('account').select('name').execute();
  if (rows.length !== before.length) figures.faults.push(`${name}: the copy has ${rows.length} accounts`);
  await copy.close();
}
