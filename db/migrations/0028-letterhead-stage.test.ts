import { expect, test } from 'vitest';
import { letterhead, setLetterhead } from '../letterhead/query.ts';
import type { Stage } from '../letterhead/rule.ts';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { record } from '../record.ts';

const look = { colours: {}, latin: 'House', eastAsian: null };

test('a template chosen before layouts were taken keeps its colours and has no layouts; one chosen now has them', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 28) });
  before.sqlite.exec(
    "insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'letterhead.edit', 'do')",
  );
  before.sqlite
    .prepare('insert into letterhead (id, template_name, theme) values (1, ?, ?)')
    .run('House.pptx', JSON.stringify(look));
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  const { template } = await letterhead(book.db);
  expect(template).toEqual({ name: 'House.pptx', look, stage: null });
  if (!template) throw new Error('no template');
  const stage = { size: { w: 10, h: 7.5 } } as unknown as Stage;
  for (const taken of [stage, { gap: 'too-small' } as const]) {
    await record(book, { key: 'letterhead.edit' }, (trx) =>
      setLetterhead(trx, { template: { ...template, stage: taken } }),
    );
    expect((await letterhead(book.db)).template?.stage).toEqual(taken);
  }
  await book.close();
});
