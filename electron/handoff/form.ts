import { bookSettings, today } from '../../db/book/query.ts';
import { Failure } from '../../db/failure.ts';
import { compareForm, type FormComparison } from '../../db/handoff/difference.ts';
import { answerField, getHandoff, type Handoff } from '../../db/handoff/query.ts';
import { takeAnswer } from '../../db/handoff/source-query.ts';
import type { Book } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import type { Language } from '../../db/types/language.ts';
import { fileName } from '../export/file-name.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { messagesIn } from '../messages.ts';
import { type FormMark, handoffFormSheet } from './form-sheet.ts';
import { openHandoffForm, readHandoffForm } from './read-form.ts';

/** A form that came back, beside what the book has. */
export type ReturnedForm = FormComparison & {
  /** The customer it was made for, as the form says. */
  readonly account: string;
  /** Whether it was made for this very handoff; taking over another one's needs to be asked for. */
  readonly isThisHandoff: boolean;
  /** The version of the delivery list it was made with, where the handoff has another. */
  readonly otherVersion: number | null;
};

/** The handoff as an Excel form in a language. @throws Failure record.not-found */
export async function handoffForm(book: Book, id: number, language: Language): Promise<Uint8Array> {
  const t = messagesIn(language);
  const [handoff, settings, date] = await Promise.all([
    getHandoff(book.db, id),
    bookSettings(book.db),
    today(book),
  ]);
  const sheet = handoffFormSheet(handoff, {
    labels: t,
    language,
    book: settings.created_at,
    currency: settings.base_currency,
    today: date,
  });
  return workbookBytes([sheet], {
    is: 'handoff-form',
    title: t('handoff.form.title', { account: handoff.accountName }),
    language,
    created: book.now(),
    labels: { yes: t('app.yes'), no: t('app.no') },
  });
}

/** The name a form gets unless the user chooses another. @throws Failure record.not-found */
export async function handoffFormName(book: Book, id: number, language: Language): Promise<string> {
  const { accountName } = await getHandoff(book.db, id);
  const title = messagesIn(language)('handoff.form.title', { account: accountName });
  return `${fileName(`${title} ${await today(book)}`)}.xlsx`;
}

/**
 * What the form would change, field by field. Nothing is written.
 * @throws Failure record.not-found, handoff-form.not-a-form, and the failures of files that are no workbook
 */
export async function compareHandoffForm(
  book: Book,
  id: number,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<ReturnedForm> {
  const handoff = await getHandoff(book.db, id);
  const settings = await bookSettings(book.db);
  const opened = openHandoffForm(file.bytes, file.name);
  const { mark } = opened;
  return {
    ...compareForm(
      handoff.template,
      contents(handoff),
      readHandoffForm(opened, handoff.template, settings.base_currency),
    ),
    account: mark.account,
    isThisHandoff: belongsTo(mark, handoff, settings.created_at),
    otherVersion: mark.version === handoff.template.version ? null : mark.version,
  };
}

/**
 * Takes over the chosen fields of a form as one action. An answer that changed has to be judged again.
 * @param fields keys of the fields to take over; null for every field that could be read without a problem
 * @returns how many fields changed
 * @throws Failure handoff-form.other-handoff unless `otherHandoff` allows it, and as compareHandoffForm
 */
export async function takeOverHandoffForm(
  book: Book,
  id: number,
  file: { readonly name: string; readonly bytes: Uint8Array },
  choice: { readonly fields: readonly string[] | null; readonly otherHandoff: boolean },
): Promise<number> {
  const { differences, account, isThisHandoff } = await compareHandoffForm(book, id, file);
  if (!isThisHandoff && !choice.otherHandoff) throw new Failure('handoff-form.other-handoff', { account });
  const chosen = differences.filter(({ field, problem }) =>
    choice.fields ? choice.fields.includes(field.key) : problem === null,
  );
  const { accountName, answers, template } = await getHandoff(book.db, id);
  const on = await today(book);
  // Where the form does not name another source, that of a deal speaks for sales, one between CSMs is what they noted.
  const usualSource = template.kind === 'csm-to-csm' ? 'notes' : 'sales';
  await record(book, { key: 'handoff.import', parameters: { account: accountName } }, async (trx) => {
    for (const { field, after, changed } of chosen) {
      if (!after || changed.length === 0) continue;
      const { answer, evidence, comment } = after;
      const others = { evidence: evidence || null, comment: comment || null };
      const before = answers[field.key];
      const named = changed.includes('source') ? after.source : null;
      const source = named ?? usualSource;
      if (changed.includes('answer'))
        await takeAnswer(trx, id, field, before, { source, answer, reason: null, on }, others);
      else await answerField(trx, id, field.key, { ...others, source: after.source });
    }
  });
  return chosen.filter(({ after, changed }) => after && changed.length > 0).length;
}

function contents({ answers }: Handoff) {
  return Object.fromEntries(
    Object.entries(answers).map(([field, { answer, source, evidence, comment }]) => [
      field,
      { answer, source, evidence: evidence ?? '', comment: comment ?? '' },
    ]),
  );
}

function belongsTo(mark: FormMark, handoff: Handoff, bookMade: string): boolean {
  return mark.book === bookMade && mark.handoff === handoff.id && mark.kind === handoff.template.kind;
}
