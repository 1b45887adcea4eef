import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';
import { undo } from '../undo.ts';

const action = `insert into action (at, deed, kind) values ('2026-11-01T00:00:00.000Z', 'assessment.answer', 'do')`;
const assessment = `insert into maturity_model (key, version, body) values ('m', 1, '{}');
  insert into assessment (model_id, company, assessed_on) values (1, 'Lumen', '2026-11-02')`;

test('an assessment from before respondents keeps its answers, and the last can still be undone', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 12) });
  before.sqlite.exec(`${action}; ${assessment};
    insert into assessment_answer (assessment_id, indicator, level) values (1, 'a', 3);
    ${action}; update assessment_answer set level = 4`);
  const snapshot = before.sqlite.serialize();
  await before.close();

  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  await undo(book);
  const kept = await book.db.selectFrom('assessment_answer').select(['level', 'consensus_reason']).execute();
  expect(kept).toEqual([{ level: 3, consensus_reason: null }]);
  await book.close();
});

const respondent = `insert into assessment_respondent (id, assessment_id, name) values (1, 1, 'Mei')`;

test.each([
  ['a respondent twice', `insert into assessment_respondent (assessment_id, name) values (1, 'MEI')`],
  ['a respondent without a name', `insert into assessment_respondent (assessment_id, name) values (1, '')`],
  ['level 0', `insert into assessment_response (respondent_id, indicator, level) values (1, 'a', 0)`],
  [
    'not applicable without a reason',
    `insert into assessment_response (respondent_id, indicator, is_applicable) values (1, 'a', 0)`,
  ],
  [
    'two answers of one respondent to one indicator',
    `insert into assessment_response (respondent_id, indicator, level) values (1, 'a', 1), (1, 'a', 2)`,
  ],
  ['a draft that is no document', `insert into maturity_model_draft (key, body) values ('own', '{')`],
])('the tables refuse %s', async (_, statement) => {
  const book = await memoryBook({ migrations: migrations.filter(({ version }) => version <= 12) });
  book.sqlite.exec(`${action}; ${assessment}; ${respondent}`);
  expect(() => book.sqlite.exec(statement)).toThrow(/constraint failed/);
  await book.close();
});
