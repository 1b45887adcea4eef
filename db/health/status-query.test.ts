import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../book/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount, testContract, testSettings } from '../testing/book.ts';
import { planOf } from '../testing/query-plan.ts';
import { undo } from '../undo.ts';
import { endedContracts } from './back-test-query.ts';
import { gatherHealth } from './gather-query.ts';
import { createMeasure, editMeasure, listMeasures, type MeasureFacts } from './measure-query.ts';
import { type HealthModel, usualRules } from './model.ts';
import { modelFor, modelsInForce, putModelFirst, retireModel, saveModel } from './model-query.ts';
import { expiredOverrides, overrideHealth } from './override-query.ts';
import { healthPortfolio } from './portfolio-query.ts';
import { readingSheet, writeReadings } from './reading-query.ts';
import { currentHealth } from './status-query.ts';
import { lightTouch } from './templates.ts';
import { accountHealth } from './view-query.ts';

let book: Book;
let now: Date;
const today = '2026-12-01';
const clock = (day: string) => {
  now = new Date(`${day}T04:00:00Z`);
};

beforeEach(async () => {
  clock(today);
  book = await memoryBook({ now: () => now });
  await record(book, { key: 'book.edit' }, (trx) => describeBook(trx, testSettings));
});
afterEach(() => book.close());

const addAccount = (name: string, status: 'active' | 'churned' = 'active') =>
  record(book, { key: 'account.create' }, async (trx) => {
    const { id } = await trx
      .insertInto('account')
      .values({ ...testAccount, name, status, customer_since: '2024-01-01' })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
const seats: MeasureFacts = {
  name: 'Seats',
  nameZh: null,
  unit: '%',
  direction: 'increase',
  mode: 'typed',
  least: 0,
  most: 100,
};
const addMeasure = (facts: Partial<MeasureFacts> = {}) =>
  record(book, { key: 'health.create-measure' }, (trx) =>
    createMeasure(trx, { ...seats, ...facts }, facts.name ?? 'seats'),
  );
const read = (accountId: number, measureId: number, value: number | null, on = today) =>
  record(book, { key: 'health.read' }, (trx) =>
    writeReadings(trx, [{ accountId, measureId, on, value, source: null }], today),
  );
const bySeats: HealthModel = {
  ...usualRules,
  name: { en: 'Seats', 'zh-CN': '席位' },
  groups: [
    {
      key: 'usage',
      name: { en: 'Usage', 'zh-CN': '使用' },
      weight: 1,
      measures: [
        {
          measure: 'seats',
          weight: 1,
          curve: [
            [0, 0],
            [100, 100],
          ],
          maximumAgeDays: 60,
        },
      ],
    },
  ],
  exceptions: [],
};
const save = (model: HealthModel = bySeats, id: number | null = null, segmentIds: number[] = []) =>
  record(book, { key: 'health.save-model' }, (trx) => saveModel(trx, id, { model, segmentIds }, today));
const status = async (id: number) => {
  await currentHealth(book);
  return book.db.selectFrom('health_status').selectAll().where('account_id', '=', id).executeTakeFirst();
};

test('an account is scored from what the book says before anybody set anything up', async () => {
  const id = await addAccount('Harbor');
  expect(await status(id)).toMatchObject({ band: null, ungraded: 'low-coverage', version_id: null });
  await record(book, { key: 'contact.create' }, (trx) =>
    trx
      .insertInto('contact')
      .values({
        account_id: id,
        name: 'Mei Lin',
        title: null,
        role: 'sponsor',
        influence: null,
        sentiment: null,
        email: null,
        phone: null,
        languages: null,
        last_touched_on: today,
      })
      .execute(),
  );
  // Relationship is 35 of 100, of which contact and sponsor make 80; no review is due by anything known.
  const after = await status(id);
  expect(after?.score).toBe(100);
  expect(after?.coverage).toBeCloseTo(0.28, 10);
});

test('a reading moves the score in its own transaction, and undo gives back the same score', async () => {
  const [id, measure] = [await addAccount('Harbor'), await addMeasure()];
  await save();
  await read(id, measure, 80);
  const before = await status(id);
  expect(before).toMatchObject({ score: 80, band: 'green', coverage: 1, oldest_days: 0 });
  await read(id, measure, 40);
  const { score } = await book.db
    .selectFrom('health_status')
    .select('score')
    .where('account_id', '=', id)
    .executeTakeFirstOrThrow(); // without asking for it anew
  expect(score).toBe(40);
  await undo(book);
  expect(await status(id)).toEqual(before);
  expect(await book.db.selectFrom('health_day').selectAll().execute()).toHaveLength(1);
});

test('a score is kept at most once a day and when it moved; the arrow and the month before follow', async () => {
  const [id, measure] = [await addAccount('Harbor'), await addMeasure()];
  await save();
  clock('2026-10-20');
  await record(book, { key: 'health.read' }, (trx) =>
    writeReadings(
      trx,
      [{ accountId: id, measureId: measure, on: '2026-10-20', value: 80, source: null }],
      '2026-10-20',
    ),
  );
  await status(id);
  clock('2026-10-25');
  await status(id);
  clock(today);
  await read(id, measure, 60);
  expect(await status(id)).toMatchObject({ score: 60, band: 'yellow', trend: 'down', band_since: today });
  const days = await book.db.selectFrom('health_day').select(['on_day', 'score']).execute();
  expect(days).toEqual([
    { on_day: '2026-10-20', score: 80 },
    { on_day: today, score: 60 },
  ]);
  const health = await accountHealth(book.db, id, today);
  expect(health).toMatchObject({
    trend: 'down',
    before: { on: '2026-10-20', score: 80 },
    changes: [{ measure: 'seats', before: 80, after: 60, points: -20 }],
    history: [{ on: '2026-10-20' }, { on: today, moved: { measure: 'seats', points: -20 } }],
  });
  await save(bySeats, health?.model.id ?? null);
  expect(await status(id)).toMatchObject({ score: 60, trend: null }); // another version: not comparable
  const { accounts } = await healthPortfolio(book.db, today);
  expect(accounts).toMatchObject([{ name: 'Harbor', move: { from: 'green', to: 'yellow' }, before: 80 }]);
});

test('of two readings on one day the later counts, and one outside the scale or of tomorrow refuses the entry', async () => {
  const [id, measure] = [await addAccount('Harbor'), await addMeasure()];
  const entry = { accountId: id, measureId: measure, on: today, source: null };
  await record(book, { key: 'health.read' }, (trx) =>
    writeReadings(
      trx,
      [
        { ...entry, value: 10 },
        { ...entry, value: 20 },
      ],
      today,
    ),
  );
  expect(await book.db.selectFrom('health_reading').select('value').execute()).toEqual([{ value: 20 }]);
  await expect(read(id, measure, 101)).rejects.toMatchObject({
    code: 'health.reading-refused',
    parameters: { problem: 'too-high' },
  });
  await expect(read(id, measure, 5, '2026-12-02')).rejects.toMatchObject({
    parameters: { problem: 'in-future' },
  });
  expect(await readingSheet(book.db, today)).toMatchObject([
    { id, cells: { [measure]: { value: 20, before: null } } },
  ]);
  await read(id, measure, null);
  expect((await readingSheet(book.db, today))[0]?.cells).toEqual({});
});

test('a measure whose unit changes leaves its older readings behind', async () => {
  const [id, measure] = [await addAccount('Harbor'), await addMeasure()];
  await save();
  await read(id, measure, 80, '2026-11-20');
  expect(await status(id)).toMatchObject({ score: 80 });
  await record(book, { key: 'health.edit-measure' }, (trx) =>
    editMeasure(trx, measure, { ...seats, unit: 'seats', most: null }, today),
  );
  expect(await status(id)).toMatchObject({ score: null, ungraded: 'nothing-known' });
  expect((await listMeasures(book.db))[0]).toMatchObject({ redefinedOn: today });
  await expect(
    record(book, { key: 'health.edit-measure' }, (trx) =>
      editMeasure(trx, measure, { ...seats, least: 5, most: 5 }, today),
    ),
  ).rejects.toMatchObject({ code: 'health.scale-upside-down' });
});

test('an account in the segments of two models goes by the first, and the other is named', async () => {
  const id = await addAccount('Harbor');
  await addMeasure();
  book.sqlite.exec(`insert into segmentation_scheme (id, name, kind, position) values (1, 'Size', 'a-priori', 1), (2, 'Need', 'needs', 2);
    insert into segment (id, scheme_id, name, position) values (1, 1, 'Large', 1), (2, 2, 'Speed', 1);
    insert into segment_placement (scheme_id, segment_id, account_id, placed_by) values (1, 1, ${id}, 'hand'), (2, 2, ${id}, 'hand')`);
  const large = await save({ ...bySeats, name: { en: 'Large', 'zh-CN': '大' } }, null, [1]);
  const speed = await save({ ...bySeats, name: { en: 'Speed', 'zh-CN': '快' } }, null, [2]);
  const [input] = await gatherHealth(book.db, today, [id]);
  expect(input?.model.id).toBe(large);
  expect(input?.also.map((each) => each.id)).toEqual([speed]);
  await record(book, { key: 'health.order-models' }, (trx) => putModelFirst(trx, speed));
  expect((await gatherHealth(book.db, today, [id]))[0]?.model.id).toBe(speed);
  const models = await modelsInForce(book.db);
  expect(modelFor(models, new Set()).first.model).toEqual(lightTouch.model);
});

test('a model taken away leaves its scores with their version, and its accounts go by the next one', async () => {
  const [id, measure] = [await addAccount('Harbor'), await addMeasure()];
  const model = await save();
  await read(id, measure, 80);
  expect((await status(id))?.version_id).not.toBeNull();
  await record(book, { key: 'health.retire-model' }, (trx) => retireModel(trx, model, today));
  expect(await status(id)).toMatchObject({ version_id: null, score: 0, ungraded: 'low-coverage' });
  await undo(book);
  expect(await status(id)).toMatchObject({ score: 80 });
});

test('a model with problems is refused, and says the first', async () => {
  await expect(save()).rejects.toMatchObject({
    code: 'health.model-unsound',
    parameters: { problem: 'measure-unknown', at: 'seats' },
  });
});

test('a colour set by hand holds until its day, and is then asked about', async () => {
  const [id, measure] = [await addAccount('Harbor'), await addMeasure()];
  await save();
  await read(id, measure, 80);
  const override = {
    band: 'red',
    reason: 'The sponsor is leaving',
    fromOn: today,
    untilOn: '2026-12-10',
  } as const;
  await record(book, { key: 'health.override' }, (trx) => overrideHealth(trx, id, override));
  expect(await status(id)).toMatchObject({ band: 'red', scored_band: 'green', score: 80 });
  expect(await expiredOverrides(book.db, today, '2026-11-01')).toEqual([]);
  clock('2026-12-11');
  expect(await status(id)).toMatchObject({ band: 'green' });
  expect(await expiredOverrides(book.db, '2026-12-11', '2026-11-27')).toMatchObject([
    { accountName: 'Harbor', untilOn: '2026-12-10' },
  ]);
  await expect(
    record(book, { key: 'health.override' }, (trx) =>
      overrideHealth(trx, id, { ...override, untilOn: '2026-01-01' }),
    ),
  ).rejects.toMatchObject({ code: 'record.ends-before-start' });
});

test('scoring one account reads its rows by index, and no list of everything', async () => {
  const id = await addAccount('Harbor');
  await addMeasure();
  const plan = await planOf(book, 'json_each', (db) => gatherHealth(db, today, [id]));
  expect(plan).toContain('health_latest');
  expect(plan).not.toMatch(
    /SCAN (contact|note|goal|goal_reading|contract|health_latest|milestone|commitment)\b/,
  );
});

test('the back-test knows what stood in the book on the day, and nothing that was put in later', async () => {
  clock('2025-06-01');
  const [left, stayed] = [await addAccount('Gone', 'churned'), await addAccount('Stayed')];
  const measure = await addMeasure();
  const contract = (accountId: number, facts = {}) =>
    record(book, { key: 'contract.create' }, (trx) =>
      trx
        .insertInto('contract')
        .values(testContract(accountId, { start_on: '2025-09-01', end_on: '2026-08-31', ...facts }))
        .execute(),
    );
  await contract(left, { notice_given_on: '2026-08-01' });
  await contract(stayed);
  await contract(stayed, { start_on: '2026-09-01', end_on: '2027-08-31' });
  clock('2026-05-01');
  await read(left, measure, 30, '2026-05-01');
  clock('2026-09-20');
  await read(left, measure, 90, '2026-05-20'); // dated before, put in after the end
  await read(left, measure, 31, '2026-05-01'); // corrected later
  clock(today);
  const recorded = await endedContracts(book.db, today, 'recorded');
  const gone = recorded.find(({ account }) => account === 'Gone');
  expect(gone).toMatchObject({ outcome: 'left', endedOn: '2026-08-31', product: 'Platform' });
  expect(gone?.before[90]?.values.seats).toEqual({ value: 30, on: '2026-05-01' });
  expect(gone?.before[180]?.values.seats).toBeUndefined();
  expect(recorded.find(({ account }) => account === 'Stayed')).toMatchObject({ outcome: 'renewed' });
  const dated = await endedContracts(book.db, today, 'dated');
  expect(dated.find(({ account }) => account === 'Gone')?.before[90]?.values.seats).toEqual({
    value: 90,
    on: '2026-05-20',
  });
});

test('before an account was put into the book nothing was known of it', async () => {
  const id = await addAccount('Late');
  await record(book, { key: 'contract.create' }, (trx) =>
    trx
      .insertInto('contract')
      .values(testContract(id, { start_on: '2025-09-01', end_on: '2026-08-31' }))
      .execute(),
  );
  const [contract] = await endedContracts(book.db, today, 'recorded');
  expect(contract?.before).toEqual({ 30: null, 90: null, 180: null });
});
