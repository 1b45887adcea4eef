import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setLetterhead } from '../../db/letterhead/query.ts';
import { answerIndicator, reopenAssessment } from '../../db/maturity/answer-query.ts';
import { listAssessments } from '../../db/maturity/query.ts';
import { editStep, listSteps, takeSteps } from '../../db/maturity/step-query.ts';
import { viewAssessment } from '../../db/maturity/view-query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import { fillSampleBook } from '../../db/sample-book.ts';
import { languages } from '../../db/types/language.ts';
import { logoFrom } from '../files/deck/picture.ts';
import { messagesIn } from '../messages.ts';
import { assessmentFileName } from './version.ts';
import { assessmentWorkbook } from './workbook.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-11-05T04:00:00Z') });
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
});
afterEach(() => book.close());

const find = async (stage: string) => {
  const line = (await listAssessments(book.db)).find((each) => each.stage?.key === stage);
  if (!line) throw new Error(`no assessment at ${stage}`);
  return viewAssessment(book.db, line.id);
};

describe.each(languages)('an assessment as a workbook in %s', (language) => {
  const t = messagesIn(language);

  test('has a summary, every answer with its evidence, the plan and the method', async () => {
    const view = await find('medium');
    const { SheetNames, Sheets } = read(
      await assessmentWorkbook(book, view.id, { audience: 'customer', language }),
    );
    expect(SheetNames).toEqual([
      t('assessment.file.summary'),
      t('assessment.part.answers'),
      t('maturity.nextSteps'),
      t('assessment.file.method'),
    ]);
    const rows = utils.sheet_to_json<Record<string, unknown>>(Sheets[t('assessment.part.answers')] ?? {});
    const levels = rows.map((row) => row[t('maturity.level')]);
    expect(levels).toEqual(view.answers.map(({ level }) => level));
    const evidence = rows.map((row) => row[t('assessment.evidence')]).filter(Boolean);
    expect(evidence).toEqual(view.answers.map((answer) => answer.evidence).filter(Boolean));
    const steps = utils.sheet_to_json(Sheets[t('maturity.nextSteps')] ?? {});
    expect(steps).toHaveLength(view.steps.length);
    const proposed = await find('product-alone');
    const unplanned = read(await assessmentWorkbook(book, proposed.id, { audience: 'customer', language }));
    expect(utils.sheet_to_json(unplanned.Sheets[t('maturity.nextSteps')] ?? {})).toHaveLength(
      proposed.plan.steps.length,
    );
  });

  test('shows the plan that was kept in place of what is proposed, without its notes', async () => {
    const { id, plan } = await find('product-alone');
    const [first] = plan.steps;
    const note = 'Li hesitates';
    await record(book, { key: 'assessment.edit-step' }, async (trx) => {
      await takeSteps(trx, id, [first?.indicator ?? ''], language);
      const [taken] = await listSteps(trx, id);
      const facts = {
        step: 'Two owners per outcome',
        owner: 'Mei',
        effort: 1,
        fromOn: null,
        toOn: '2026-12-01',
        note,
      };
      await editStep(trx, id, taken?.id ?? 0, facts);
    });
    const { Sheets } = read(await assessmentWorkbook(book, id, { audience: 'customer', language }));
    const [row, ...others] = utils.sheet_to_json<Record<string, unknown>>(
      Sheets[t('maturity.nextSteps')] ?? {},
    );
    expect(row).toMatchObject({
      [t('maturity.step')]: 'Two owners per outcome',
      [t('maturity.owner')]: 'Mei',
    });
    expect(others).toEqual([]);
    expect(JSON.stringify(Sheets)).not.toContain(note);
  });

  test('shows the flows, what is missing for the next tier, and the figures a level follows from', async () => {
    const tiers = await find('product-alone');
    const cells = async (id: number, sheet: string) => {
      const { Sheets } = read(await assessmentWorkbook(book, id, { audience: 'customer', language }));
      return utils.sheet_to_csv(Sheets[sheet] ?? {});
    };
    const summary = await cells(tiers.id, t('assessment.file.summary'));
    for (const { name, steps } of tiers.model.flows) {
      expect(summary).toContain(name[language]);
      for (const { does } of steps) expect(summary).toContain(does[language].slice(0, 10));
    }
    expect(summary).toContain('2 → 3');
    const readiness = await find('growth');
    expect(await cells(readiness.id, t('assessment.part.answers'))).toContain('15,000');
  });

  test('draws an editable radar over the figures in the sheet', async () => {
    const view = await find('medium');
    const files = unzipSync(await assessmentWorkbook(book, view.id, { audience: 'customer', language }));
    const chart = Object.entries(files).find(([name]) => /charts\/chart\d*\.xml$/.test(name))?.[1];
    const xml = strFromU8(chart ?? new Uint8Array());
    expect(xml).toContain('radarChart');
    expect(xml.match(/<c:ser>/g)).toHaveLength(3);
    for (const { score } of view.result.dimensions) expect(xml).toContain(`<c:v>${score}</c:v>`);
  });

  test('says in words what held the stage down and what cannot be sustained', async () => {
    const held = await find('low');
    const text = async (id: number) => {
      const { Sheets } = read(await assessmentWorkbook(book, id, { audience: 'customer', language }));
      return utils.sheet_to_csv(Sheets[t('assessment.file.summary')] ?? {});
    };
    expect(await text(held.id)).toContain(t('maturity.heldDown'));
    expect(await text((await find('fully-proactive')).id)).toContain(t('maturity.notSustainable'));
  });
});

test('notes to oneself stay in the book, and text that looks like a formula stays text', async () => {
  const { id } = await find('medium');
  await record(book, { key: 'assessment.answer' }, async (trx) => {
    await reopenAssessment(trx, id);
    await answerIndicator(trx, id, 'problem', { note: 'canary: their CFO is leaving' });
    await answerIndicator(trx, id, 'problem', { evidence: '=1+1' });
  });
  const bytes = await assessmentWorkbook(book, id, { audience: 'customer', language: 'en' });
  for (const [name, file] of Object.entries(unzipSync(bytes)))
    expect(strFromU8(file), name).not.toContain('canary');
  const inside = read(await assessmentWorkbook(book, id, { audience: 'internal', language: 'en' }));
  expect(utils.sheet_to_csv(inside.Sheets.Answers ?? {})).toContain('canary');
  expect(utils.sheet_to_csv(inside.Sheets.Summary ?? {})).toContain(messagesIn('en')('qbr.internalVersion'));
  const { Sheets } = read(bytes);
  const cells = Object.values(Sheets.Answers ?? {}).filter((cell) => cell.v === '=1+1');
  expect(cells).toMatchObject([{ t: 's' }]);
});

test('the logo stands on the summary, and who made the assessment', async () => {
  const { id } = await find('medium');
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADklEQVR4nGP4z8DwHwQBEPgD/U6VwW8AAAAASUVORK5CYII=',
    'base64',
  );
  await record(book, { key: 'letterhead.edit' }, (trx) => setLetterhead(trx, { logo: logoFrom(png) }));
  const bytes = await assessmentWorkbook(book, id, { audience: 'customer', language: 'en' });
  const files = unzipSync(bytes);
  const pictures = Object.keys(files).filter((name) => name.startsWith('xl/media/'));
  expect(pictures).toHaveLength(1);
  expect(Buffer.from(files[pictures[0] ?? ''] ?? []).equals(png)).toBe(true);
  expect(utils.sheet_to_csv(read(bytes).Sheets.Summary ?? {})).toContain('Lin Yue');
});

test('a company with too little answered exports without an overall figure', async () => {
  const open = (await listAssessments(book.db)).find(({ finishedOn }) => finishedOn === null);
  const { Sheets } = read(
    await assessmentWorkbook(book, open?.id ?? 0, { audience: 'customer', language: 'en' }),
  );
  expect(utils.sheet_to_csv(Sheets.Summary ?? {})).toContain('No overall figure');
});

test('the file is named by subject, model and day', async () => {
  const { id, assessedOn } = await find('high');
  expect(await assessmentFileName(book, id, { audience: 'customer', language: 'zh-CN' }, 'xlsx')).toMatch(
    new RegExp(`^.+ · 客户成熟度 ${assessedOn}\\.xlsx$`),
  );
});
