import { readFileSync } from 'node:fs';
import { read, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../db/handoff/answer.ts';
import { compareForm } from '../../db/handoff/difference.ts';
import type { Handoff, HandoffAnswer } from '../../db/handoff/query.ts';
import { answerSources } from '../../db/handoff/source.ts';
import { deliveryList, fieldsOf } from '../../db/handoff/template.ts';
import { type Language, languages } from '../../db/types/language.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { messagesIn } from '../messages.ts';
import { handoffFormSheet } from './form-sheet.ts';
import { openHandoffForm, readHandoffForm } from './read-form.ts';

const answered: Record<string, string> = {
  industry: '零售\uff1a40 家直营生鲜门店',
  size: '200-999',
  seats: '120',
  amount: '486000.50 CNY',
  start: '2026-12-01',
  end: 'TBD',
  'why-bought': '=SUM(A1)\n两次大促缺货',
  'success-potential': 'several-teams',
  sponsor: '+86 139 0000 0000 王敏',
  'known-risks': '-',
};

function handoffWith(answers: Record<string, string>, facts: Partial<Handoff> = {}): Handoff {
  const content = (answer: string): HandoffAnswer => ({
    answer,
    quality: null,
    evidence: null,
    comment: null,
    source: null,
    sourceReason: null,
  });
  const none = {
    submitted_on: null,
    accepted_on: null,
    accepted_score: null,
    offered: null,
    decision_reason: null,
    deal_percent: null,
    cs_joined_on: null,
    paid_at: null,
    welcomed_at: null,
    followed_up_on: null,
  };
  const facts2 = { kickoff_on: null, closed_on: null, average_deal_minor: null, sales_cycle_days: null };
  return {
    ...none,
    ...facts2,
    implementation_days: null,
    id: 7,
    account_id: 3,
    accountName: '云集供应链',
    deal: '2026 新购',
    seller: '周明',
    receiver: '林悦',
    state: 'draft',
    template: deliveryList,
    answers: Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, content(answer)])),
    statements: {},
    gaps: [],
    returns: [],
    ...facts,
  };
}

const sourced = { quality: null, comment: null, source: 'crm', sourceReason: null } as const;

const context = (language: Language) => ({
  labels: messagesIn(language),
  language,
  book: '2026-01-01T00:00:00.000Z',
  currency: 'CNY',
  today: '2026-11-05',
});

async function formOf(handoff: Handoff, language: Language = 'en'): Promise<Uint8Array> {
  const labels = { yes: 'Yes', no: 'No' };
  const created = new Date('2026-11-05T00:00:00Z');
  return workbookBytes([handoffFormSheet(handoff, context(language))], {
    is: 'handoff-form',
    title: 'form',
    language,
    created,
    labels,
  });
}

/** The form as another program would have changed it: cells of the sheet by address, then saved. */
function edited(bytes: Uint8Array, change: (sheet: ReturnType<typeof sheetOf>) => void): Uint8Array {
  const workbook = read(bytes, { cellFormula: true });
  const sheet = sheetOf(workbook.Sheets[workbook.SheetNames[0] ?? '']);
  change(sheet);
  return new Uint8Array(write(workbook, { type: 'buffer', bookType: 'xlsx' }));
}

function sheetOf(sheet: ReturnType<typeof read>['Sheets'][string] | undefined) {
  if (!sheet) throw new Error('the workbook has no sheet');
  const keys = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' }).map((row) => row[0]);
  const rowOf = (key: string) => keys.indexOf(key) + 1;
  const headings =
    utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' })[rowOf('tenure-field') - 1] ?? [];
  const columnOf = (heading: string) => utils.encode_col(headings.indexOf(heading));
  return { sheet, rowOf, answerOf: (key: string) => `${columnOf('Answer')}${rowOf(key)}`, columnOf };
}

const fieldsIn = (bytes: Uint8Array) =>
  readHandoffForm(openHandoffForm(bytes, 'form.xlsx'), deliveryList, 'CNY');
const contentIn = (bytes: Uint8Array) =>
  Object.fromEntries(
    fieldsIn(bytes).map(({ field, content, problem }) => [field, problem ?? content?.answer]),
  );

describe('a handoff form', () => {
  it.each(languages)('comes back in %s with every answer as it went out', async (language) => {
    const bytes = await formOf(handoffWith(answered), language);
    const { mark } = openHandoffForm(bytes, 'form.xlsx');
    expect(mark).toMatchObject({ handoff: 7, account: '云集供应链', kind: 'new-deal', version: 1 });
    const back = contentIn(bytes);
    expect(Object.keys(back)).toEqual(fieldsOf(deliveryList).map(({ key }) => key));
    expect(back).toMatchObject(answered);
  });

  it('loses no answer, source, evidence or comment, whatever was written', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const typed = fc.oneof(
      text,
      fc.integer().map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.integer({ min: 1, max: 9e15 }).map((minor) => `${minor / 100} USD`),
      fc.constantFrom(
        '50-199',
        '2026-02-28',
        '1899-12-31',
        '9999-12-31',
        '0',
        '1e5',
        '12345678901234567890',
        'TBD',
      ),
    );
    const fields = fieldsOf(deliveryList);
    const handoffs = fc
      .array(fc.tuple(typed, text, text, fc.constantFrom(null, ...answerSources)), {
        minLength: fields.length,
        maxLength: fields.length,
      })
      .map((contents) =>
        fields.flatMap((field, at) => {
          const [answer = '', evidence = '', comment = '', source = null] = contents[at] ?? [];
          const read = readAnswer(field, answer, 'CNY');
          const plain = (part: string) =>
            readAnswer({ ...field, type: 'text', options: [] }, part, 'CNY').answer ?? '';
          if (read.answer === null) return [];
          return [
            [
              field.key,
              { answer: read.answer, source, evidence: plain(evidence), comment: plain(comment) },
            ] as const,
          ];
        }),
      );
    await fc.assert(
      fc.asyncProperty(handoffs, fc.constantFrom(...languages), async (contents, language) => {
        const kept = Object.fromEntries(contents);
        const unjudged = { quality: null, sourceReason: null };
        const answers = Object.fromEntries(contents.map(([key, part]) => [key, { ...part, ...unjudged }]));
        const form = fieldsIn(await formOf(handoffWith({}, { answers }), language));
        expect(compareForm(deliveryList, kept, form).differences).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is locked but for the answers, hides its keys, notes and lists what is wanted, as another reader sees it', async () => {
    const bytes = await formOf(handoffWith(answered));
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<sheetProtection [^>]*sheet="1"/);
    // Two choices, and the sources of each section in one run.
    expect(xml.match(/<dataValidation /g)).toHaveLength(2 + deliveryList.sections.length);
    const workbook = read(bytes, { cellStyles: true });
    const { sheet, answerOf } = sheetOf(workbook.Sheets['Delivery list']);
    expect(sheet['!cols']?.[0]).toMatchObject({ hidden: true });
    expect(sheet[answerOf('size')].c?.[0]?.t).toContain('The whole company');
    expect(sheet[answerOf('size')].v).toBe('200 to 999');
    expect(sheet[answerOf('amount')]).toMatchObject({ t: 'n', v: 486_000.5 });
    expect(sheet[answerOf('why-bought')]).toMatchObject({ t: 's', v: answered['why-bought'] });
  });

  it('tells the seller what to fix when it was returned', async () => {
    const returned = { id: 1, returnedOn: '2026-11-04', resubmittedOn: null, seller: '周明', score: 20 };
    const facts = { ...returned, offered: 'return' as const, fields: ['end'], reason: 'Ask why now' };
    const bytes = await formOf(handoffWith(answered, { state: 'returned', returns: [facts] }));
    const { sheet, columnOf, rowOf } = sheetOf(read(bytes).Sheets['Delivery list']);
    expect(sheet[`${columnOf('To fix')}${rowOf('end')}`].v).toBe('placeholder');
    expect(sheet[`${columnOf('To fix')}${rowOf('plan')}`].v).toBe('missing');
    expect(JSON.stringify(sheet)).toContain('Returned: Ask why now');
  });
});

describe('reading a form that was worked on', () => {
  it('after LibreOffice edited and saved it, finds what was typed there', () => {
    const bytes = new Uint8Array(
      readFileSync(new URL('./fixtures/handoff-form.libreoffice.xlsx', import.meta.url)),
    );
    expect(openHandoffForm(bytes, 'form.xlsx').mark).toMatchObject({ handoff: 7, version: 1 });
    expect(contentIn(bytes)).toMatchObject({
      ...answered,
      end: '2027-11-30',
      plan: 'Pro\nwith analytics',
      size: 'from-5000',
      amount: '500000.00 CNY',
      seats: '150',
    });
  });

  it('understands a drop-down filled in in the other language, and typed figures with their signs', async () => {
    const bytes = edited(await formOf(handoffWith({})), ({ sheet, answerOf }) => {
      utils.sheet_add_aoa(sheet, [['50–199 人']], { origin: answerOf('size') });
      utils.sheet_add_aoa(sheet, [['48.6万']], { origin: answerOf('amount') });
      utils.sheet_add_aoa(sheet, [['1,200']], { origin: answerOf('seats') });
      utils.sheet_add_aoa(sheet, [['2026年12月1日']], { origin: answerOf('start') });
    });
    const expected = { size: '50-199', amount: '486000.00 CNY', seats: '1200', start: '2026-12-01' };
    expect(contentIn(bytes)).toMatchObject(expected);
  });

  it('understands a source in either language, and keeps the one there is where it names none of them', async () => {
    const bytes = edited(await formOf(handoffWith(answered)), ({ sheet, rowOf, columnOf }) => {
      const source = (key: string) => `${columnOf('Source')}${rowOf(key)}`;
      utils.sheet_add_aoa(sheet, [['推测']], { origin: source('seats') });
      utils.sheet_add_aoa(sheet, [['crm']], { origin: source('start') });
      utils.sheet_add_aoa(sheet, [['Ms Wang']], { origin: source('industry') });
    });
    const crm = { source: 'crm', evidence: '', comment: '' } as const;
    const kept = { industry: { answer: '零售', ...crm }, seats: { answer: '120', ...crm } };
    const { differences } = compareForm(deliveryList, kept, fieldsIn(bytes));
    const ofField = (key: string) => differences.find(({ field }) => field.key === key);
    expect(ofField('seats')).toMatchObject({ changed: ['source'], after: { source: 'assumption' } });
    expect(ofField('start')).toMatchObject({ after: { source: 'crm' }, problem: null });
    expect(ofField('industry')).toMatchObject({
      after: { answer: answered.industry, source: 'crm' },
      problem: 'not-a-source',
    });
  });

  it('reads one made before forms asked for the source: it changes none', async () => {
    const handoff = handoffWith({}, { answers: { seats: { ...sourced, answer: '120', evidence: 'mail' } } });
    const bytes = edited(await formOf(handoff), ({ sheet, rowOf, columnOf }) => {
      const mark = JSON.parse(sheet.A1.v);
      sheet.A1.v = JSON.stringify({ ...mark, asksSource: undefined });
      const [heading, seats] = [rowOf('tenure-field'), rowOf('seats')];
      const [source, evidence] = [columnOf('Source'), columnOf('Evidence')];
      for (const row of [heading, seats]) sheet[`${source}${row}`] = sheet[`${evidence}${row}`];
      sheet[`${source}${heading}`] = { t: 's', v: 'Source' };
      sheet[`${evidence}${heading}`] = { t: 's', v: 'Comment' };
      sheet[`${evidence}${seats}`] = { t: 's', v: 'said twice' };
    });
    const kept = { seats: { answer: '120', source: 'crm', evidence: '', comment: '' } } as const;
    const { differences } = compareForm(deliveryList, kept, fieldsIn(bytes));
    expect(differences).toMatchObject([
      {
        field: { key: 'seats' },
        changed: ['evidence', 'comment'],
        after: { source: 'crm', evidence: 'mail', comment: 'said twice' },
      },
    ]);
  });

  it('says per field what it cannot read, and reads the rest', async () => {
    const bytes = edited(await formOf(handoffWith(answered)), ({ sheet, answerOf, rowOf }) => {
      utils.sheet_add_aoa(sheet, [['next spring']], { origin: answerOf('start') });
      utils.sheet_add_aoa(sheet, [['quite a few']], { origin: answerOf('seats') });
      sheet[answerOf('plan')] = { t: 'n', f: '1+1', v: 2 };
      sheet[answerOf('amount')] = { t: 'e', v: 0x17, w: '#REF!' };
      const row = rowOf('competitors') - 1;
      const column = utils.decode_cell(answerOf('competitors')).c;
      sheet['!merges'] = [{ s: { r: row, c: column }, e: { r: row + 1, c: column } }];
      for (const address of Object.keys(sheet))
        if (address.endsWith(String(rowOf('users')))) delete sheet[address];
    });
    const back = contentIn(bytes);
    expect(back).toMatchObject({
      industry: answered.industry,
      start: 'not-a-date',
      seats: 'not-a-number',
      plan: 'formula',
      amount: 'cell-error',
      competitors: 'merged',
      'known-risks': 'merged',
    });
    expect(back).not.toHaveProperty('users');
    expect(fieldsIn(bytes).find(({ field }) => field === 'plan')?.content?.answer).toBe('2');
    expect(fieldsIn(bytes).find(({ field }) => field === 'amount')?.typed).toBe('#REF!');
  });

  it('finds its rows by their labels when the keys are gone, and its columns when the headings were translated', async () => {
    const bytes = edited(await formOf(handoffWith(answered)), ({ sheet, rowOf, columnOf }) => {
      for (const key of ['industry', 'size']) delete sheet[`A${rowOf(key)}`];
      utils.sheet_add_aoa(sheet, [['Antwort']], { origin: `${columnOf('Answer')}${rowOf('tenure-field')}` });
      utils.sheet_add_aoa(sheet, [['员工规模']], { origin: `B${rowOf('size')}` });
    });
    expect(contentIn(bytes)).toMatchObject({ industry: answered.industry, size: '200-999' });
  });

  it('finds a form whose rows and columns were moved down and to the right', async () => {
    const original = read(await formOf(handoffWith(answered)));
    const rows = utils.sheet_to_json(original.Sheets['Delivery list'] ?? {}, {
      header: 1,
      defval: null,
    }) as unknown[][];
    const moved = utils.book_new();
    utils.book_append_sheet(moved, utils.aoa_to_sheet([['cover']]), 'Cover');
    const shifted = [['for Ms Wang'], [], ...rows.map((row) => [null, ...row])];
    utils.book_append_sheet(moved, utils.aoa_to_sheet(shifted), 'Copy');
    const bytes = new Uint8Array(write(moved, { type: 'buffer', bookType: 'xlsx' }));
    expect(contentIn(bytes)).toMatchObject({ industry: answered.industry, size: '200-999' });
  });

  it('keeps rows of fields this list does not have apart', async () => {
    const bytes = edited(await formOf(handoffWith(answered)), ({ sheet, rowOf }) => {
      const row = rowOf('plan');
      utils.sheet_add_aoa(sheet, [['Wang Min, finance']], { origin: `F${row}` });
      utils.sheet_add_aoa(sheet, [['budget-owner']], { origin: `A${row}` });
    });
    expect(compareForm(deliveryList, {}, fieldsIn(bytes)).unknown).toEqual(['Plan: Wang Min, finance']);
  });

  it('refuses a file that is no form', async () => {
    const other = utils.book_new();
    utils.book_append_sheet(other, utils.aoa_to_sheet([['{"form":"tenure-handoff"}'], ['{']]), 'Sheet1');
    const bytes = new Uint8Array(write(other, { type: 'buffer', bookType: 'xlsx' }));
    const refused = expect.objectContaining({ code: 'handoff-form.not-a-form' });
    expect(() => openHandoffForm(bytes, 'x.xlsx')).toThrow(refused);
    expect(() => openHandoffForm(new TextEncoder().encode('a,b\n1,2\n'), 'x.csv')).toThrow(refused);
  });
});
