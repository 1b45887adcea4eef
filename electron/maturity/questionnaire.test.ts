import { readFileSync } from 'node:fs';
import { read, utils, type WorkSheet, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import { type ResponseChange, respond } from '../../db/maturity/answer-query.ts';
import { addRespondent, removeRespondent } from '../../db/maturity/edit-respondent-query.ts';
import { indicatorsOf } from '../../db/maturity/model.ts';
import { builtInModels } from '../../db/maturity/models.ts';
import { createAssessment, getAssessment } from '../../db/maturity/query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { initialize, record } from '../../db/record.ts';
import type { Writer } from '../../db/schema.ts';
import { testSettings } from '../../db/testing/book.ts';
import { languages } from '../../db/types/language.ts';
import { undo } from '../../db/undo.ts';
import { compareReturned, questionnaire, takeOverQuestionnaire } from './questionnaire.ts';

const model = builtInModels.find(({ key }) => key === 'customer-maturity') ?? builtInModels[0];
if (!model) throw new Error('no model');
const keys = indicatorsOf(model).map(({ indicator }) => indicator.key);
const [first = '', second = '', third = '', fourth = ''] = keys;
let book: Book;
let id: number;
let mei: number;
const action = <T>(write: (trx: Writer) => Promise<T>) => record(book, { key: 'assessment.respond' }, write);
const start = (of = model) =>
  action((trx) =>
    createAssessment(trx, of, {
      account_id: null,
      company: '朗明',
      assessed_on: '2026-11-05',
      assessor: null,
    }),
  );
const say = (indicator: string, change: ResponseChange) =>
  action((trx) => respond(trx, id, mei, [[indicator, change]]));
const given = async () => (await getAssessment(book.db, id)).respondents[0]?.answers ?? [];

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-11-05T04:00:00Z') });
  await initialize(book, (trx) => describeBook(trx, testSettings));
  id = await start();
  mei = await action((trx) => addRespondent(trx, id, { name: 'Mei', title: null }));
});
afterEach(() => book.close());

const asFile = (bytes: Uint8Array) => ({ name: 'Mei.xlsx', bytes });
/** The questionnaire after somebody worked on it. Rows and columns are told by key and heading. */
async function edited(change: (at: (key: string, heading: string) => string, sheet: WorkSheet) => void) {
  const workbook = read(await questionnaire(book, id, mei, 'en'));
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' });
  const headings = rows.find(([cell]) => cell === 'tenure-question') ?? [];
  const at = (key: string, heading: string) =>
    `${utils.encode_col(headings.indexOf(heading))}${rows.findIndex(([cell]) => cell === key) + 1}`;
  change(at, sheet);
  return asFile(new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' })));
}
const put = (sheet: WorkSheet, origin: string, value: unknown) =>
  utils.sheet_add_aoa(sheet, [[value]], { origin });
const problemsIn = async (file: { name: string; bytes: Uint8Array }) =>
  Object.fromEntries(
    (await compareReturned(book, id, file)).differences.map((each) => [
      each.indicator,
      [each.problem, each.cell],
    ]),
  );

test.each(languages)('a questionnaire in %s comes back as it went out', async (language) => {
  await say(first, { level: 3 });
  await say(first, { confidence: 'low' });
  await say(first, { evidence: '=SUM(A1)\n两次会议纪要' });
  await say(second, { notApplicableBecause: 'No such work' });
  const file = asFile(await questionnaire(book, id, mei, language));
  expect(await compareReturned(book, id, file)).toMatchObject({
    differences: [],
    unchanged: keys.length,
    foreign: [],
    respondent: { name: 'Mei', isNew: false },
    isThisAssessment: true,
    otherVersion: null,
  });
});

test('what was filled in is offered, taken over as one action, and given back by one undo', async () => {
  const file = await edited((at, sheet) => {
    put(sheet, at(first, 'Your level'), 3);
    put(sheet, at(first, 'Confidence'), '高');
    put(sheet, at(second, 'Your level'), '2 – some');
    put(sheet, at(third, 'Your level'), '不适用');
    put(sheet, at(third, 'Why not applicable'), 'Not live');
  });
  const { differences } = await compareReturned(book, id, file);
  expect(differences.map(({ indicator, problem, overwrites }) => [indicator, problem, overwrites])).toEqual([
    [first, null, false],
    [second, null, false],
    [third, null, false],
  ]);
  const choice = { indicators: [first, third], otherAssessment: false };
  expect(await takeOverQuestionnaire(book, id, file, choice)).toBe(2);
  expect(await given()).toMatchObject([
    { indicator: first, level: 3, confidence: 'high' },
    { indicator: third, applicable: false, reason: 'Not live' },
  ]);
  await undo(book);
  expect(await given()).toEqual([]);
});

test('what is here is only replaced where somebody agrees to it', async () => {
  await say(first, { level: 4 });
  const file = await edited((at, sheet) => {
    put(sheet, at(first, 'Your level'), 2);
  });
  const { differences } = await compareReturned(book, id, file);
  expect(differences).toMatchObject([{ indicator: first, overwrites: true, isChange: true }]);
});

describe('a questionnaire that was worked on', () => {
  test('tells per cell what cannot be read, and reads the rest', async () => {
    const file = await edited((at, sheet) => {
      put(sheet, at(first, 'Your level'), 9);
      put(sheet, at(second, 'Your level'), 'often');
      put(sheet, at(third, 'Your level'), 'Not applicable');
      put(sheet, at(fourth, 'Confidence'), 'quite');
      put(sheet, at(keys[4] ?? '', 'Your level'), 1);
      put(sheet, at(keys[5] ?? '', 'Question'), 'Something else entirely?');
      put(sheet, at(keys[5] ?? '', 'Your level'), 2);
      sheet[at(keys[6] ?? '', 'Your level')] = { t: 'e', v: 23, w: '#REF!' };
      put(sheet, at(keys[7] ?? '', 'Your level'), 2.5);
    });
    expect(await problemsIn(file)).toEqual({
      [first]: ['level-out-of-range', expect.stringMatching(/^D\d+$/)],
      [second]: ['not-a-level', expect.stringMatching(/^D\d+$/)],
      [third]: ['reason-missing', expect.stringMatching(/^E\d+$/)],
      [fourth]: ['unknown-confidence', expect.stringMatching(/^G\d+$/)],
      [keys[4] ?? '']: [null, expect.stringMatching(/^D\d+$/)],
      [keys[5] ?? '']: ['question-altered', expect.stringMatching(/^B\d+$/)],
      [keys[6] ?? '']: ['cell-error', expect.stringMatching(/^D\d+$/)],
      [keys[7] ?? '']: ['level-out-of-range', expect.stringMatching(/^D\d+$/)],
    });
  });

  test('reordered, missing, repeated and foreign rows are found by their keys', async () => {
    const source = read(await questionnaire(book, id, mei, 'en'));
    const sheet = source.Sheets[source.SheetNames[0] ?? ''];
    if (!sheet) throw new Error('no sheet');
    const rows = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1, defval: '' });
    const heading = rows.findIndex(([cell]) => cell === 'tenure-question');
    const level = rows[heading]?.indexOf('Your level') ?? 0;
    const body = rows.slice(heading + 1).filter(([key]) => key !== first);
    for (const row of body) if (row[0] === second) row[level] = 2;
    const twice = body.find(([key]) => key === third)?.slice() ?? [];
    twice[level] = 4;
    const foreign = ['of-another-model', '', 'Question?'];
    const sheetOf = [...rows.slice(0, heading + 1), ...body.toReversed(), twice, foreign];
    const made = utils.book_new();
    utils.book_append_sheet(made, utils.aoa_to_sheet([['mine'], []]), 'Notes');
    utils.book_append_sheet(made, utils.aoa_to_sheet(sheetOf), 'Back');
    const file = asFile(new Uint8Array(write(made, { type: 'array', bookType: 'xlsx' })));
    const { differences, foreign: found } = await compareReturned(book, id, file);
    expect(differences.map(({ indicator, problem }) => [indicator, problem])).toEqual([
      [first, 'row-missing'],
      [second, null],
      [third, 'row-repeated'],
    ]);
    expect(found).toEqual([{ indicator: 'of-another-model', cell: `B${sheetOf.length}` }]);
  });

  test('after LibreOffice edited and saved it, holds what was typed there', async () => {
    const bytes = readFileSync(new URL('./fixtures/questionnaire.libreoffice.xlsx', import.meta.url));
    const { differences, foreign, respondent } = await compareReturned(book, id, asFile(bytes));
    expect(respondent).toEqual({ name: 'Mei', isNew: false });
    expect(foreign).toEqual([]);
    expect(differences).toMatchObject([
      {
        indicator: first,
        problem: null,
        after: { level: 3, confidence: 'medium', evidence: 'Minutes\n会议纪要' },
      },
      { indicator: second, problem: null, after: { applicable: false, reason: 'Not live' } },
    ]);
  });
});

test('one of another model is refused; one of another assessment needs consent and brings its respondent', async () => {
  const file = asFile(await questionnaire(book, id, mei, 'en'));
  const other = await start(builtInModels.find(({ key }) => key !== model.key));
  await expect(compareReturned(book, other, file)).rejects.toMatchObject({
    code: 'questionnaire.other-model',
  });
  const filled = await edited((at, sheet) => {
    put(sheet, at(first, 'Your level'), 1);
  });
  const again = await start();
  const returned = await compareReturned(book, again, filled);
  expect(returned).toMatchObject({ isThisAssessment: false, respondent: { name: 'Mei', isNew: true } });
  const choice = { indicators: [first], otherAssessment: false };
  await expect(takeOverQuestionnaire(book, again, filled, choice)).rejects.toMatchObject({
    code: 'questionnaire.other-assessment',
  });
  await takeOverQuestionnaire(book, again, filled, { ...choice, otherAssessment: true });
  expect((await getAssessment(book.db, again)).respondents).toMatchObject([
    { name: 'Mei', answers: [{ level: 1 }] },
  ]);
});

test('one of another version says so, and what its model no longer asks is foreign', async () => {
  const file = await edited((at, sheet) => {
    put(sheet, at(first, 'Your level'), 1);
  });
  const [dimension, ...rest] = model.dimensions;
  if (!dimension) throw new Error('no dimension');
  id = await start({
    ...model,
    version: model.version + 1,
    dimensions: [{ ...dimension, indicators: dimension.indicators.slice(1) }, ...rest],
  });
  const { otherVersion, foreign } = await compareReturned(book, id, file);
  expect([otherVersion, foreign]).toMatchObject([model.version, [{ indicator: first }]]);
});

test('a file that is no questionnaire says so; a respondent removed meanwhile comes back by name', async () => {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet([['Name'], ['Mei']]), 'List');
  const none = asFile(new Uint8Array(write(made, { type: 'array', bookType: 'xlsx' })));
  await expect(compareReturned(book, id, none)).rejects.toMatchObject({ code: 'questionnaire.not-one' });
  const file = asFile(await questionnaire(book, id, mei, 'en'));
  await action((trx) => removeRespondent(trx, id, mei));
  expect((await compareReturned(book, id, file)).respondent).toEqual({ name: 'Mei', isNew: true });
});
