import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentStatuses } from '../account/status-query.ts';
import { addAttachment } from '../attachment/query.ts';
import { audienceOf } from '../audience.ts';
import { describeBook } from '../book/query.ts';
import { createCommitment, scoreCommitment } from '../commitment/query.ts';
import { createContact, editContact } from '../contact/query.ts';
import { addReadings, createGoal, editGoal } from '../goal/query.ts';
import { confirmSuccessDefinition, writeSuccessDefinition } from '../goal/success-definition-query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { undo } from '../undo.ts';
import { createValueClaim } from '../value/claim-query.ts';
import { listQbrsDue } from './due-query.ts';
import { customerReview, leakInReview, qbrFields } from './fields.ts';
import type { FigureLine } from './figure.ts';
import { offeredFigures, writeFigures } from './figure-query.ts';
import { qbrSections } from './kind.ts';
import { addQbrLine, deleteQbrLine, editQbrLine, qbrLines } from './line-query.ts';
import {
  createQbr,
  deleteQbr,
  draftAgenda,
  editQbr,
  editQbrSection,
  holdQbr,
  listQbrs,
  orderQbrSections,
} from './query.ts';
import { freezeQbr, viewQbr } from './view-query.ts';

const today = '2026-11-22';
const now = new Date('2026-11-22T08:00:00Z');
let book: Book;
let accountId: number;
let qbrId: number;
const edit = <T>(write: (trx: Writer) => Promise<T>) => record(book, { key: 'qbr.edit' }, write);
const view = () => viewQbr(book.db, qbrId, today);

const goalFacts = {
  metric: 'Stock-outs a month',
  unit: '',
  term: 'short',
  direction: 'decrease',
  baseline: 120,
  baselineOn: '2026-01-01',
  target: 60,
  dueOn: '2026-12-31',
  owner: null,
  definedBy: null,
  confirmedOn: null,
  redefinedOn: null,
  note: 'internal: they count differently',
  closedOn: null,
  valuePoint: 'Reorder advice',
} as const;
const claimFacts = {
  goalId: null,
  outcome: '19 hours faster',
  promised: null,
  period: { from: '2026-09-01', to: '2026-11-30' },
  inputs: [{ label: 'hours', value: 10, unit: 'h' }],
  currency: 'CNY',
  conversionAgreedOn: '2026-09-01',
  signedOn: '2026-11-12',
  signedBy: 'Mei Lin',
  source: 'WMS',
  quote: null,
  note: 'internal: finance was not in the room',
  valuePoint: 'reorder ADVICE',
};
const meeting = {
  period: { from: '2026-09-01', to: '2026-11-30' },
  meetingOn: '2026-12-02',
  minutes: 60,
  place: null,
};
const plainSection = {
  section: 'plan',
  hidden: false,
  soWhat: null,
  talkingPoint: null,
  question: null,
} as const;
const commitment = {
  text: 'Train the returns team',
  side: 'us',
  promised_by: null,
  promised_to: null,
  made_on: '2026-06-02',
  due_on: '2026-10-31',
  comment: 'internal: we forgot',
  source_noun: null,
  source_id: null,
} as const;

beforeEach(async () => {
  book = await memoryBook({ now: () => now });
  await edit(async (trx) => {
    await describeBook(trx, {
      name: 'East',
      owner: 'Lin Yue',
      base_currency: 'CNY',
      fiscal_year_start_month: 12,
      language: 'en',
      time_zone: 'UTC',
      created_at: now.toISOString(),
    });
    const account = await trx
      .insertInto('account')
      .values({ name: 'Harbor', size: 'large' } as never)
      .returning('id')
      .executeTakeFirstOrThrow();
    accountId = account.id;
    await trx
      .insertInto('contract')
      .values({
        account_id: accountId,
        amount_minor: 36_500,
        annual_minor: 36_500,
        currency: 'CNY',
        billing_period: 'year',
        start_on: '2026-01-01',
        end_on: '2026-12-31',
      } as never)
      .execute();
    qbrId = await createQbr(trx, { ...meeting, accountId, kind: 'qbr' });
  });
});
afterEach(() => book.close());

test('a new review has the sections and the agenda of its kind', async () => {
  const { content, readiness } = await view();
  expect(content.sections.map(({ section }) => section)).toEqual(qbrSections);
  expect(content.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
  expect(content.review.quarter).toEqual({ year: 2026, quarter: 4 });
  expect(readiness?.gaps.map(({ key }) => key)).toContain('goals-missing');
});

describe('a review gathers', () => {
  test('goals with their readings, claims with their worth, and what the contracts cost', async () => {
    await edit(async (trx) => {
      const goalId = await createGoal(trx, accountId, goalFacts);
      await addReadings(trx, goalId, [
        { on: '2026-08-20', value: 96, source: 'WMS' },
        { on: '2026-11-18', value: 81, source: 'WMS' },
      ]);
      await createValueClaim(trx, accountId, claimFacts);
    });
    const { content, readiness } = await view();
    expect(content.goals).toMatchObject([
      {
        metric: 'Stock-outs a month',
        valuePoint: 'Reorder advice',
        before: { value: 96 },
        reading: { value: 81 },
      },
    ]);
    expect(content.value.signed).toEqual([{ minor: 1000, currency: 'CNY' }]);
    expect(content.value.price).toEqual({ kind: 'price', amounts: [{ minor: 9100, currency: 'CNY' }] });
    expect(readiness?.gaps.map(({ key }) => key)).not.toContain('value-point-unproven');
  });

  test('what was promised before, not what is promised in it, and neither what came later', async () => {
    await edit(async (trx) => {
      await createCommitment(trx, { ...commitment, account_id: accountId });
      await createCommitment(trx, {
        ...commitment,
        account_id: accountId,
        text: 'Later',
        made_on: '2026-12-24',
      });
      const mine = {
        ...commitment,
        account_id: accountId,
        text: 'New',
        source_noun: 'qbr',
        source_id: qbrId,
      };
      await createCommitment(trx, mine);
    });
    const { content, readiness } = await view();
    expect(content.commitments.map(({ text }) => text)).toEqual(['Train the returns team']);
    expect(content.newCommitments.map(({ text }) => text)).toEqual(['New']);
    expect(readiness?.gaps.map(({ key }) => key)).toContain('commitments-unscored');
    await edit((trx) => scoreCommitment(trx, content.commitments[0]?.id ?? 0, 'broken', today));
    const scored = await view();
    expect(scored.content.commitments[0]?.status).toBe('broken');
    expect(scored.readiness?.gaps.map(({ key }) => key)).not.toContain('commitments-unscored');
  });

  test('its own lines, and the definition of success as it was written last', async () => {
    await edit(async (trx) => {
      await writeSuccessDefinition(trx, accountId, { whyBought: null, definition: 'Ship in a day' });
      await confirmSuccessDefinition(trx, accountId, '2026-11-01', 'Mei Lin');
      await addQbrLine(trx, 'qbr_difficulty', qbrId, { difficulty: 'No training', lesson: null });
      await addQbrLine(trx, 'qbr_ask', qbrId, { side: 'us', ask: 'A lead', askedOf: null, dueOn: null });
    });
    const [difficulty] = await qbrLines(book.db, 'qbr_difficulty', qbrId);
    await edit((trx) =>
      editQbrLine(trx, 'qbr_difficulty', difficulty?.id ?? 0, {
        difficulty: 'No training',
        lesson: 'Train early',
      }),
    );
    const { content } = await view();
    expect(content.success).toMatchObject({ definition: 'Ship in a day', confirmedOn: '2026-11-01' });
    expect(content.difficulties).toMatchObject([{ difficulty: 'No training', lesson: 'Train early' }]);
    expect(content.asks).toMatchObject([{ ask: 'A lead' }]);
    await edit((trx) => deleteQbrLine(trx, 'qbr_difficulty', difficulty?.id ?? 0));
    expect((await view()).content.difficulties).toEqual([]);
  });
});

test('sections are annotated, hidden and put in another order; the agenda follows the minutes', async () => {
  await edit(async (trx) => {
    await editQbrSection(trx, qbrId, { ...plainSection, soWhat: 'Train first' });
    await editQbrSection(trx, qbrId, { ...plainSection, section: 'maturity', hidden: true });
    await orderQbrSections(trx, qbrId, ['plan', 'outcomes']);
    await editQbr(trx, qbrId, { ...meeting, minutes: 90 });
    await draftAgenda(trx, qbrId, { kind: 'qbr', minutes: 90 });
  });
  const { content } = await view();
  expect(content.sections[0]).toMatchObject({ section: 'plan', soWhat: 'Train first' });
  expect(content.sections.map(({ section }) => section)).toEqual([
    'plan',
    'outcomes',
    'why',
    'usage',
    'support',
    'commitments',
    'risk',
    'difficulty',
    'feedback',
    'stakeholder',
    'expansion',
    'ask',
    'agenda',
  ]);
  expect(content.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(90);
});

describe('pages the book does not record by itself', () => {
  const users: FigureLine = {
    label: 'Weekly users',
    value: 1204,
    before: null,
    unit: '',
    remark: null,
    source: 'Usage log',
    asOf: '2026-11-18',
  };
  const write = (lines: readonly FigureLine[]) =>
    edit((trx) => writeFigures(trx, 'qbr_figure', qbrId, 'usage', lines));

  test('take a pasted table once: the same again changes nothing, another value replaces', async () => {
    await write([users, { ...users, label: 'Sites', value: 4 }]);
    const first = (await view()).content.figures;
    await write([users, { ...users, label: 'Sites', value: 4 }]);
    expect((await view()).content.figures).toEqual(first);
    await write([{ ...users, label: 'weekly  users', value: 1300 }]);
    expect((await view()).content.figures).toMatchObject([
      { label: 'Weekly users', value: 1300 },
      { label: 'Sites', value: 4 },
    ]);
  });

  test('are frozen with the review, and the next one is offered their labels with these values beside', async () => {
    await write([users]);
    await edit(async (trx) => {
      const risk = { ...users, label: 'Budget cut', section: 'risk' } as const;
      await addQbrLine(trx, 'qbr_inside_figure', qbrId, risk);
      await freezeQbr(trx, qbrId, today, now);
    });
    await expect(write([{ ...users, value: 1 }])).rejects.toMatchObject({ code: 'qbr.frozen' });
    const { content } = await view();
    expect(content.figures).toMatchObject([{ label: 'Weekly users', value: 1204, isStale: false }]);
    expect(content.inside?.figures).toMatchObject([{ label: 'Budget cut', section: 'risk' }]);
    const period = { from: '2026-12-01', to: '2027-02-28' };
    const next = await edit((trx) => createQbr(trx, { ...meeting, period, accountId, kind: 'qbr' }));
    expect(await offeredFigures(book.db, 'qbr_figure', next, 'usage')).toEqual([
      { ...users, value: null, before: 1204, asOf: null },
    ]);
    expect(await offeredFigures(book.db, 'qbr_figure', next, 'support')).toEqual([]);
  });

  test('reach the customer sourced and told only, an empty page and those for the house not at all', async () => {
    await write([users, { ...users, label: 'internal: guessed', source: null }]);
    const { content } = await view();
    const version = customerReview(content, audienceOf);
    expect(version.figures).toMatchObject([{ label: 'Weekly users' }]);
    expect(version.inside).toBeUndefined();
    expect(version.sections.map(({ section }) => section)).toEqual(['usage', 'agenda']);
    const { sections, figures } = content;
    expect(leakInReview({ ...version, sections }, audienceOf)).toMatchObject({
      field: 'qbr_section.section',
    });
    expect(leakInReview({ ...version, ...(figures && { figures }) }, audienceOf)).toMatchObject({
      field: 'qbr_figure.source',
    });
  });

  test('people are compared with the day before the period, or the day their account came into the book', async () => {
    const stakeholders = async () => (await view()).content.inside?.stakeholders;
    const mei = { name: 'Mei Lin', title: null, role: 'sponsor', influence: null, sentiment: null } as const;
    const blank = { email: null, phone: null, languages: null, lastTouchedOn: null };
    const id = await edit((trx) => createContact(trx, accountId, { ...mei, ...blank }));
    expect(await stakeholders()).toMatchObject({ since: null, people: [{ changes: [] }] });
    book.sqlite.exec(`update action set at = '2026-08-01T08:00:00.000Z'`);
    await edit((trx) => editContact(trx, id, { ...mei, ...blank, role: 'champion' }));
    expect(await stakeholders()).toMatchObject({
      since: '2026-08-31',
      people: [{ name: 'Mei Lin', changes: ['role'], roleBefore: 'sponsor' }],
      sponsorsGone: ['Mei Lin'],
    });
  });
});

describe('a frozen review', () => {
  let goalId: number;
  beforeEach(async () => {
    await edit(async (trx) => {
      goalId = await createGoal(trx, accountId, goalFacts);
      await addReadings(trx, goalId, [{ on: '2026-11-18', value: 81, source: 'WMS' }]);
    });
    await record(book, { key: 'qbr.freeze' }, (trx) => freezeQbr(trx, qbrId, today, now));
  });

  test('shows what it showed, whatever happens in the book', async () => {
    const before = await view();
    await edit(async (trx) => {
      await editGoal(trx, goalId, { ...goalFacts, target: 10, metric: 'Renamed' });
      await addReadings(trx, goalId, [{ on: '2026-11-20', value: 500, source: null }]);
      await trx.updateTable('account').set({ name: 'Harbor Retail' }).execute();
    });
    expect((await view()).content).toEqual(before.content);
    expect((await view()).readiness).toBeNull();
  });

  test('refuses to be changed, and says that it is frozen', async () => {
    const attempts = [
      (trx: Writer) => editQbr(trx, qbrId, { ...meeting, minutes: 90 }),
      (trx: Writer) => editQbrSection(trx, qbrId, { ...plainSection, soWhat: 'x' }),
      (trx: Writer) => addQbrLine(trx, 'qbr_difficulty', qbrId, { difficulty: 'x', lesson: null }),
      (trx: Writer) => deleteQbr(trx, qbrId),
      (trx: Writer) => freezeQbr(trx, qbrId, today, now),
    ];
    for (const attempt of attempts) await expect(edit(attempt)).rejects.toMatchObject({ code: 'qbr.frozen' });
  });

  test('can still be held, and be thawed by undoing the freezing', async () => {
    await undo(book);
    expect((await view()).readiness).not.toBeNull();
    await record(book, { key: 'qbr.freeze' }, (trx) => freezeQbr(trx, qbrId, today, now));
    await edit((trx) => holdQbr(trx, qbrId, '2026-12-02'));
    expect((await listQbrs(book.db))[0]).toMatchObject({ heldOn: '2026-12-02', account: 'Harbor' });
  });

  test('is what the next one is compared with', async () => {
    const next = await edit(async (trx) => {
      await holdQbr(trx, qbrId, '2026-12-02');
      await addReadings(trx, goalId, [{ on: '2027-02-20', value: 70, source: 'WMS' }]);
      await editGoal(trx, goalId, { ...goalFacts, baseline: 100 });
      return createQbr(trx, {
        ...meeting,
        accountId,
        kind: 'qbr',
        period: { from: '2026-12-01', to: '2027-02-28' },
      });
    });
    const { content } = await viewQbr(book.db, next, '2027-02-25');
    expect(content.goals[0]).toMatchObject({
      reading: { value: 70 },
      before: { value: 81, attainment: { fraction: 0.65 } },
    });
  });
});

test('the customer version of a review from the book holds nothing internal', async () => {
  await edit(async (trx) => {
    await createGoal(trx, accountId, goalFacts);
    await createValueClaim(trx, accountId, claimFacts);
    await createValueClaim(trx, accountId, { ...claimFacts, outcome: 'internal: unsourced', source: null });
    await createCommitment(trx, { ...commitment, account_id: accountId });
    await editQbrSection(trx, qbrId, {
      ...plainSection,
      talkingPoint: 'internal: ask',
      question: 'internal: price',
    });
  });
  const { content } = await view();
  expect(JSON.stringify(content).match(/internal:/g)?.length).toBeGreaterThan(5);
  const version = customerReview(content, audienceOf);
  expect(JSON.stringify(version)).not.toMatch(/internal:|"id"/);
  expect(leakInReview(version, audienceOf)).toBeNull();
  expect(leakInReview(content, audienceOf)).not.toBeNull();
});

test('a claim proven by a file alone counts, and names the file to the customer without its hash', async () => {
  const sha256 = 'ab'.repeat(32);
  await edit(async (trx) => {
    const id = await createValueClaim(trx, accountId, { ...claimFacts, source: null });
    await addAttachment(
      trx,
      { table: 'value_claim', id },
      { name: 'dock log.xlsx', mediaType: 'text/plain', bytes: 3, sha256, addedOn: today },
    );
  });
  const { content } = await view();
  expect(content.value.signed.length + content.value.unsigned.length).toBe(1);
  const version = customerReview(content, audienceOf);
  expect(version.value.claims[0]).toMatchObject({ source: null, evidence: ['dock log.xlsx'] });
  expect(JSON.stringify(version)).not.toContain(sha256);
  expect(leakInReview(version, audienceOf)).toBeNull();
});

test('every field named behind a review is a field of the book', async () => {
  const columns = book.sqlite
    .prepare<[], { field: string }>(
      `select t.name || '.' || c.name as field from pragma_table_list t join pragma_table_info(t.name) c where t.schema = 'main'`,
    )
    .all()
    .map(({ field }) => field);
  const named = JSON.stringify(qbrFields).match(/\w+\.\w+/g) ?? [];
  const unknown = named.filter((field) => !columns.includes(field));
  expect(unknown).toEqual([]);
});

describe('reviews due', () => {
  const due = async (on = today) => (await listQbrsDue(book.db, on))[0];

  test('are counted from the end of onboarding, and say which review is being prepared', async () => {
    expect(await due()).toMatchObject({
      account: 'Harbor',
      openQbrId: qbrId,
      next: { dueOn: '2026-06-30', countedFrom: 'onboarding', state: 'overdue' },
    });
  });

  test('are counted from the last one held; monthly reviews do not count', async () => {
    await edit(async (trx) => {
      await holdQbr(trx, qbrId, '2026-11-20');
      const monthly = await createQbr(trx, { ...meeting, accountId, kind: 'mbr', minutes: 30 });
      await holdQbr(trx, monthly, '2026-11-21');
    });
    expect(await due()).toMatchObject({
      openQbrId: null,
      next: { dueOn: '2027-02-20', countedFrom: 'last-held' },
    });
  });

  test('follow the segment that asks for the most, whatever the size says', async () => {
    await edit(async (trx) => {
      await holdQbr(trx, qbrId, '2026-11-20');
      for (const [position, perYear] of [2, 12].entries()) {
        const { id } = await trx
          .insertInto('segmentation_scheme')
          .values({ name: `Scheme ${position}`, kind: 'value', purpose: null, position })
          .returning('id')
          .executeTakeFirstOrThrow();
        const segment = await trx
          .insertInto('segment')
          .values({
            scheme_id: id,
            name: 'Core',
            position: 1,
            description: null,
            touch: null,
            reviews_per_year: perYear,
            milestone_template_id: null,
            fit_evidence: null,
            rule: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        await trx
          .insertInto('segment_placement')
          .values({ scheme_id: id, segment_id: segment.id, account_id: accountId, placed_by: 'hand' })
          .execute();
      }
    });
    expect((await due())?.next).toMatchObject({ dueOn: '2026-12-20' });
  });

  test('are unknown once every contract is over', async () => {
    await currentStatuses({ ...book, now: () => new Date('2027-01-01T04:00:00Z') });
    expect((await due('2027-01-01'))?.next).toEqual({ kind: 'unknown', missing: 'onboarding-end' });
  });
});
