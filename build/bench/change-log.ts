import path from 'node:path';
import { createChangeTriggers, dropChangeTriggers } from '../../db/change-log.ts';
import { type Book, createBook } from '../../db/open.ts';
import { pair } from './measure.ts';
import type { Line } from './table.ts';

/** What writing the change log adds: to a bulk of inserts in one action, and to the edit of one field; beside the same SQL without it. */
export async function measureChangeLog(folder: string, accounts: number): Promise<Line[]> {
  const file = (name: string) => path.join(folder, `${name}-${accounts}.tenure`);
  const logged = await createBook(file('logged'));
  const silent = await createBook(file('silent'));
  dropChangeTriggers(silent.sqlite);
  try {
    const bulk = await pair(bulkInsert(logged, accounts), bulkInsert(silent, accounts));
    const edit = await pair(oneEdit(logged), oneEdit(silent));
    return [
      { name: 'bulk insert, with change log / without', accounts, ...bulk },
      { name: 'edit and commit, with change log / without', accounts, ...edit },
    ];
  } finally {
    createChangeTriggers(silent.sqlite);
    await logged.close();
    await silent.close();
  }
}

/** As many new accounts each run, in one action. */
function bulkInsert({ sqlite }: Book, accounts: number): () => void {
  const insert = sqlite.prepare(
    'insert into account (key, name, industry, region, tier, owner, customer_since) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const action = sqlite.prepare(
    "insert into action (at, key, kind) values ('2026-11-22T09:00:00.000Z', 'import.write', 'do')",
  );
  let run = 0;
  return sqlite.transaction(() => {
    run += 1;
    action.run();
    for (let row = 0; row < accounts; row++)
      insert.run(
        `A-${run}-${row}`,
        `云集供应链 ${row}`,
        'Retail',
        'East',
        'A',
        `Owner ${row % 23}`,
        '2024-10-16',
      );
  });
}

function oneEdit({ sqlite }: Book): () => void {
  const update = sqlite.prepare('update account set industry = ? where id = 1');
  const action = sqlite.prepare(
    "insert into action (at, key, kind) values ('2026-11-22T09:00:00.000Z', 'account.edit', 'do')",
  );
  let run = 0;
  return sqlite.transaction(() => {
    run += 1;
    action.run();
    update.run(`Industry ${run}`);
  });
}
