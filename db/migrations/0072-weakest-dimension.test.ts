import { expect, test } from 'vitest';
import { builtInModels } from '../maturity/models.ts';
import { listAssessments } from '../maturity/query.ts';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

test('an assessment finished before names its weakest dimension by its answers', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 72) });
  const model = builtInModels.find(({ key }) => key === 'customer-maturity');
  if (!model) return expect.unreachable();
  before.sqlite.exec(`insert into action (at, key, kind) values ('2026-11-01T00:00:00.000Z', 'assessment.create', 'do');
    insert into account (id, name) values (1, 'Harbor')`);
  before.sqlite
    .prepare('insert into maturity_model (id, key, version, body) values (1, ?, ?, ?)')
    .run(model.key, model.version, JSON.stringify(model));
  before.sqlite.exec(`insert into assessment (id, model_id, account_id, assessed_on, finished_on, overall_hundredths, stage)
    values (1, 1, 1, '2026-10-01', '2026-10-01', 275, 'medium')`);
  for (const [at, dimension] of model.dimensions.entries())
    for (const { key } of dimension.indicators)
      before.sqlite
        .prepare('insert into assessment_answer (assessment_id, indicator, level) values (1, ?, ?)')
        .run(key, at === 2 ? 2 : 3);
  const snapshot = before.sqlite.serialize();
  await before.close();
  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  expect(await listAssessments(book.db)).toMatchObject([
    { overall: 2.75, weakest: { names: [model.dimensions[2]?.name], score: 2 } },
  ]);
  await book.close();
});
