import { afterEach, expect, test } from 'vitest';
import { builtInModels } from '../maturity/models.ts';
import { getAssessment } from '../maturity/query.ts';
import { migrate, migrations } from '../migrate.ts';
import { type Book, memoryBook } from '../open.ts';

let book: Book;
afterEach(() => book.close());

test('an answer from before figures keeps its level and has none', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 18) });
  const [model] = builtInModels;
  const body = JSON.stringify(model).replaceAll("'", "''");
  before.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'assessment.create', 'do');
    insert into maturity_model (key, version, body) values ('customer-maturity', 1, '${body}');
    insert into assessment (model_id, company, assessed_on) values (1, 'Lumen', '2026-11-01');
    insert into assessment_answer (assessment_id, indicator, level) values (1, 'problem', 3)`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  const { answers } = await getAssessment(book.db, 1);
  expect(answers).toMatchObject([{ indicator: 'problem', level: 3, figures: null }]);
});

test('figures that are no JSON are refused', async () => {
  book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 18) });
  book.sqlite.exec(`insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'assessment.create', 'do');
    insert into maturity_model (key, version, body) values ('m', 1, '{}');
    insert into assessment (model_id, company, assessed_on) values (1, 'Lumen', '2026-11-01')`);
  const write = () =>
    book.sqlite.exec(
      `insert into assessment_answer (assessment_id, indicator, figures) values (1, 'a', '{')`,
    );
  expect(write).toThrow(/CHECK/);
});
