import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../db/failure.ts';
import { appRouter } from '../../electron/api/router.ts';
import { startService } from '../../electron/service.ts';
import type { Random } from './random.ts';
import { contentOf, faultsOf } from './soundness.ts';

export type SequenceFigures = {
  sequences: number;
  actions: number;
  undone: number;
  differences: number;
  readonly faults: string[];
};

export function noSequences(): SequenceFigures {
  return { sequences: 0, actions: 0, undone: 0, differences: 0, faults: [] };
}

const stepsEach = 20;
const plain = {
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
  description: null,
  customerSince: null,
};
const person = {
  title: null,
  role: null,
  influence: null,
  sentiment: null,
  email: null,
  phone: null,
  languages: null,
  lastTouchedOn: null,
} as const;

/** What the sequence says should be there: names by id. */
type Model = { readonly accounts: Map<number, string>; readonly notes: Map<number, string> };

/**
 * Random actions by the API on a new book, some undone and redone in between, beside a model of what should be there; then all
 * is undone, which must lead to the start, and redone, which must lead to the end.
 */
export async function runSequence(root: string, random: Random, figures: SequenceFigures): Promise<void> {
  const folder = await mkdtemp(path.join(root, 'sequence-'));
  const service = await startService({ dataFolder: folder, documentsFolder: folder, version: '0' });
  try {
    const book = await service.shelf.create(path.join(folder, 'b.tenure'), {
      name: 'Model',
      owner: '',
      baseCurrency: 'CNY',
      fiscalYearStartMonth: 1,
      language: 'en',
      timeZone: 'UTC',
    });
    const api = appRouter.createCaller({ service });
    const differ = (where: string) => {
      figures.differences += 1;
      figures.faults.push(where);
    };
    const start = contentOf(book);
    const model: Model = { accounts: new Map(), notes: new Map() };
    for (let step = 0; step < stepsEach; step++) {
      figures.actions += await act(api, random, model, step);
      const names = (await book.db.selectFrom('account').select(['id', 'name']).execute()).map(
        ({ id, name }) => `${id} ${name}`,
      );
      const expected = [...model.accounts].map(([id, name]) => `${id} ${name}`);
      if (names.sort().join() !== expected.sort().join())
        differ(`step ${step}: ${names.join()} for ${expected.join()}`);
      const notes = (await book.db.selectFrom('note').select(['id', 'body']).execute()).map(
        ({ id, body }) => `${id} ${body}`,
      );
      const bodies = [...model.notes].map(([id, body]) => `${id} ${body}`);
      if (notes.sort().join() !== bodies.sort().join()) differ(`step ${step}: notes ${notes.join()}`);
    }
    const end = contentOf(book);
    figures.undone += await until(() => api.change.undo(), 'change.nothing-to-undo');
    if (contentOf(book) !== start) differ('undone, it is not as it began');
    await until(() => api.change.redo(), 'change.nothing-to-redo');
    if (contentOf(book) !== end) differ('redone, it is not as it ended');
    figures.faults.push(...(await faultsOf(book)));
    figures.sequences += 1;
  } finally {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Api = ReturnType<typeof appRouter.createCaller>;

/** One action, or one that is undone and redone at once. @returns how many it was */
async function act(api: Api, random: Random, model: Model, step: number): Promise<number> {
  const accounts = [...model.accounts.keys()];
  const accountId = accounts[random.below(Math.max(1, accounts.length))];
  const notes = [...model.notes.keys()];
  const noteId = notes[random.below(Math.max(1, notes.length))];
  const name = `Account ${step}.${random.below(1e6)}`;
  const kind = random.below(8);
  if (accountId === undefined || kind === 0) {
    const { id } = await api.account.create({ ...plain, name });
    model.accounts.set(id, name);
  } else if (kind === 1) {
    await api.account.edit({ id: accountId, facts: { ...plain, name, tier: 'A' } });
    model.accounts.set(accountId, name);
  } else if (kind === 2) {
    const body = `Note ${name}`;
    const { id } = await api.note.create({
      accountId,
      facts: { kind: 'note', occurredOn: '2026-11-22', body, contactId: null },
    });
    model.notes.set(id, body);
  } else if (kind === 3 && noteId !== undefined) {
    await api.note.remove({ id: noteId });
    model.notes.delete(noteId);
  } else if (kind === 4) {
    const { id } = await api.contact.create({ accountId, facts: { ...person, name: `Mei ${step}` } });
    if (random.next() < 0.5) await api.contact.remove({ id, name: `Mei ${step}` });
  } else if (kind === 5) {
    await api.task.create({
      facts: { accountId, title: `Call ${step}`, owner: null, dueOn: '2026-12-01', interval: null },
      source: null,
    });
  } else if (kind === 6 && noteId !== undefined) {
    const body = `Edited ${name}`;
    await api.note.edit({
      id: noteId,
      facts: { kind: 'call', occurredOn: '2026-11-20', body, contactId: null },
    });
    model.notes.set(noteId, body);
  } else {
    await api.change.undo();
    await api.change.redo();
    return 2;
  }
  return 1;
}

/** Repeats until it is refused for this reason. @returns how often it was done */
async function until(work: () => Promise<unknown>, code: string): Promise<number> {
  for (let count = 0; ; count++)
    try {
      await work();
    } catch (error) {
      const cause = error instanceof Error ? error.cause : null;
      if (cause instanceof Failure && cause.code === code) return count;
      throw error;
    }
}
