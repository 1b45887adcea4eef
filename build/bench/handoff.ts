import { describeBook } from '../../db/book/query.ts';
import { compareForm } from '../../db/handoff/difference.ts';
import { earlierAnswers } from '../../db/handoff/earlier-query.ts';
import { answerField, createHandoff, getHandoff } from '../../db/handoff/query.ts';
import { scoreHandoff } from '../../db/handoff/score.ts';
import { builtInTemplates, fieldsOf, type HandoffTemplate } from '../../db/handoff/template.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { handoffForm } from '../../electron/handoff/form.ts';
import { openHandoffForm, readHandoffForm } from '../../electron/handoff/read-form.ts';
import { alone } from './measure.ts';
import type { Line } from './table.ts';

const fieldCount = 60;
const now = () => new Date('2026-11-22T09:00:00.000Z');

/** What is waited for at a handoff of 60 fields: each is to stay under one frame, the export under half a second. */
export async function measureHandoff(): Promise<Line[]> {
  const book = await memoryBook({ now });
  try {
    const id = await filledHandoff(book);
    // The first export of a run also loads and compiles the workbook's writer.
    const started = performance.now();
    const bytes = await handoffForm(book, id, 'en');
    const firstExport = performance.now() - started;
    const { template, answers } = await getHandoff(book.db, id);
    const kept = Object.fromEntries(
      Object.entries(answers).map(([field, { answer, source }]) => [
        field,
        { answer, source, evidence: '', comment: '' },
      ]),
    );
    const opened = openHandoffForm(bytes, 'form.xlsx');
    const line = (name: string, product: number): Line => ({
      name: `handoff of ${fieldCount} fields: ${name}`,
      accounts: fieldCount,
      product,
      floor: null,
      ratio: null,
    });
    return [
      line('open', await alone(async () => earlierAnswers(book.db, await getHandoff(book.db, id)), 51)),
      line('score after a key', await alone(() => scoreHandoff(template, answers), 201)),
      line(
        'compare with its form',
        await alone(() => compareForm(template, kept, readHandoffForm(opened, template, 'CNY')), 51),
      ),
      line('open the file that came back', await alone(() => openHandoffForm(bytes, 'form.xlsx'), 9)),
      line('export the form, first', firstExport),
      line('export the form, again', await alone(() => handoffForm(book, id, 'en'), 9)),
    ];
  } finally {
    await book.close();
  }
}

/** The new deal's list with fields of the CSMs' bank behind it, every field answered. */
async function filledHandoff(book: Book): Promise<number> {
  const taken = new Set(fieldsOf(builtInTemplates['new-deal']).map(({ key }) => key));
  const more = fieldsOf(builtInTemplates['csm-to-csm']).filter(({ key }) => !taken.has(key));
  const [first, ...sections] = builtInTemplates['new-deal'].sections;
  if (!first) return 0;
  const longer = { ...first, fields: [...first.fields, ...more.slice(0, fieldCount - taken.size)] };
  const template: HandoffTemplate = { ...builtInTemplates['new-deal'], sections: [longer, ...sections] };
  const samples: Record<string, string> = { number: '12', money: '486000.00 CNY', date: '2026-12-01' };
  let id = 0;
  await initialize(book, async (trx) => {
    await describeBook(trx, {
      name: 'Handoff',
      owner: '',
      base_currency: 'CNY',
      fiscal_year_start_month: 1,
      language: 'en',
      time_zone: 'UTC',
      created_at: now().toISOString(),
    });
    const account = await trx
      .insertInto('account')
      .values({ name: 'Harbor Retail', status: 'active' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const people = { account_id: account.id, deal: null, seller: null, receiver: null };
    id = await createHandoff(trx, template, people);
    for (const { key, type, options } of fieldsOf(template)) {
      const answer = options[0]?.key ?? samples[type] ?? 'Said by the customer in the last meeting';
      await answerField(trx, id, key, { answer });
    }
  });
  return id;
}
