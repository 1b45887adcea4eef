import { z } from 'zod';
import { audienceOf } from '../../../db/audience.ts';
import { bookSettings, today } from '../../../db/book/query.ts';
import { listQbrsDue } from '../../../db/qbr/due-query.ts';
import { qbrContacts } from '../../../db/qbr/facts-query.ts';
import { customerReview } from '../../../db/qbr/fields.ts';
import { answerHonesty, honestyOf, refuseUnanswered } from '../../../db/qbr/honesty-query.ts';
import { preparationTimeline, qbrKinds, qbrSections } from '../../../db/qbr/kind.ts';
import { qbrLines } from '../../../db/qbr/line-query.ts';
import { fiscalQuarterOf, fiscalYear } from '../../../db/qbr/period.ts';
import { qbrPractice } from '../../../db/qbr/practice.ts';
import { practiceFacts } from '../../../db/qbr/practice-query.ts';
import { proposeQbr } from '../../../db/qbr/proposal-query.ts';
import {
  createQbr,
  deleteQbr,
  draftAgenda,
  editQbr,
  editQbrSection,
  getQbr,
  listQbrs,
  orderQbrSections,
  qbrSectionsOf,
} from '../../../db/qbr/query.ts';
import { freezeQbr, viewQbr } from '../../../db/qbr/view-query.ts';
import { qbrYear } from '../../../db/qbr/year-query.ts';
import { record } from '../../../db/record.ts';
import { addDays, addMonths } from '../../../db/types/calendar.ts';
import { languages } from '../../../db/types/language.ts';
import { workingCalendar } from '../../../db/working-calendar/query.ts';
import { startFiles } from '../../jobs/start-files.ts';
import { recapFileName } from '../../qbr/recap.ts';
import { printedReview, qbrFileName } from '../../qbr/version.ts';
import { dateOrNull, line, lineOrNull, ofAccount, ofSlice, one, period, proseOrNull } from '../field.ts';
import { statusProcedure } from '../status-procedure.ts';
import { bookProcedure, router } from '../trpc.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { qbrLineRouters } from './line.ts';
import { meetingRouter } from './meeting.ts';

const section = z.enum(qbrSections);
const forms = ['workbook', 'deck'] as const;
const extensions = { workbook: 'xlsx', deck: 'pptx' } as const;
const outputs = { workbook: 'review-workbook', deck: 'review-deck' } as const;
/** Which file: for whom, in which language. */
const version = z.object({ audience: z.enum(['customer', 'internal']), language: z.enum(languages) });
const labels = z.object({
  hidden: z.boolean(),
  happened: proseOrNull,
  soWhat: proseOrNull,
  whatNext: proseOrNull,
  talkingPoint: proseOrNull,
  question: proseOrNull,
});
const meeting = z.object({
  period,
  meetingOn: dateOrNull,
  minutes: z.int().min(1).max(600),
  place: lineOrNull,
});

export const qbrRouter = router({
  meeting: meetingRouter,
  /** Every review there is, and when each account is due its next. */
  list: statusProcedure.input(ofSlice).query(async ({ ctx: { book }, input: { slice } }) => ({
    reviews: await listQbrs(book.db, undefined, slice),
    due: await listQbrsDue(book.db, await today(book), slice),
  })),

  /** A fiscal year of the book, named after the calendar year its last day lies in: every account's reviews, and when more are due. */
  year: statusProcedure
    .input(ofSlice.extend({ year: z.int().min(1900).max(2999).nullable() }))
    .query(async ({ ctx: { book }, input }) => {
      const { fiscal_year_start_month: start } = await bookSettings(book.db);
      const date = await today(book);
      const year = input.year ?? fiscalQuarterOf(date, start).year;
      const period = fiscalYear(year, start);
      const rows = await qbrYear(book.db, period, date, input.slice ?? []);
      return { year, period, fiscalStart: start, today: date, rows };
    }),

  /** How reviews were held in the twelve months up to today, and what became of them. */
  practice: bookProcedure.input(ofSlice).query(async ({ ctx: { book }, input: { slice } }) => {
    const to = await today(book);
    const period = { from: addDays(addMonths(to, -12), 1), to };
    return { period, ...qbrPractice(await practiceFacts(book.db, period, slice ?? [], to)) };
  }),

  ofAccount: bookProcedure
    .input(ofAccount)
    .query(({ ctx: { book }, input }) => listQbrs(book.db, input.accountId)),

  /** A review as it is shown, with what is missing and what its preparation has to keep to. */
  get: bookProcedure.input(one).query(async ({ ctx: { book }, input: { id } }) => {
    const view = await viewQbr(book.db, id, await today(book));
    return {
      ...view,
      honesty: await honestyOf(book.db, id, view.readiness),
      sections: await qbrSectionsOf(book.db, id),
      contacts: await qbrContacts(book.db, view.qbr.accountId),
      /** The lines as they are written, where what is shown of them says less. */
      lines: {
        plan: await qbrLines(book.db, 'qbr_plan_line', id),
        attendees: await qbrLines(book.db, 'qbr_attendee', id),
        agenda: await qbrLines(book.db, 'qbr_agenda_line', id),
      },
      timeline:
        view.qbr.meetingOn === null
          ? null
          : preparationTimeline(view.qbr.meetingOn, await workingCalendar(book.db, view.qbr.meetingOn)),
    };
  }),

  /** The review as the customer would get it. */
  forCustomer: bookProcedure.input(one).query(async ({ ctx: { book }, input: { id } }) => {
    const { content } = await viewQbr(book.db, id, await today(book));
    return customerReview(content, audienceOf);
  }),

  /** The same for the room. What both sides ask for and commit to is written down there: its page stays, or the pages would turn by themselves when it fills. */
  forRoom: bookProcedure.input(one).query(async ({ ctx: { book }, input: { id } }) => {
    const { content } = await viewQbr(book.db, id, await today(book));
    return customerReview(content, audienceOf, ['ask']);
  }),

  /** The period a review of this kind would be about, held on that day or today, and how long it takes. */
  propose: bookProcedure
    .input(z.object({ kind: z.enum(qbrKinds), accountId: z.int().nullable(), meetingOn: dateOrNull }))
    .query(async ({ ctx: { book }, input: { kind, accountId, meetingOn } }) =>
      proposeQbr(book.db, { kind, accountId, on: meetingOn ?? (await today(book)) }),
    ),

  create: bookProcedure
    .input(meeting.extend({ accountId: z.int(), kind: z.enum(qbrKinds) }))
    .mutation(async ({ ctx: { book }, input }) => ({
      id: await record(book, { key: 'qbr.create' }, (trx) => createQbr(trx, input)),
    })),

  edit: bookProcedure
    .input(one.extend(meeting.shape))
    .mutation(({ ctx: { book }, input: { id, ...facts } }) =>
      record(book, { key: 'qbr.edit' }, (trx) => editQbr(trx, id, facts)),
    ),

  /** Lays the agenda of the review's kind anew, fitted to its minutes. */
  draftAgenda: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input: { id } }) =>
      record(book, { key: 'qbr.edit' }, async (trx) => draftAgenda(trx, id, await getQbr(trx, id))),
    ),

  /** What is given changes, the rest stays. */
  editSection: bookProcedure
    .input(one.extend({ section, labels: labels.partial() }))
    .mutation(({ ctx: { book }, input: { id, section: of, labels: given } }) =>
      record(book, { key: 'qbr.edit' }, (trx) =>
        editQbrSection(trx, id, { section: of, ...withoutUndefined(given) }),
      ),
    ),

  orderSections: bookProcedure
    .input(one.extend({ order: z.array(section) }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'qbr.edit' }, (trx) => orderQbrSections(trx, input.id, input.order)),
    ),

  ...qbrLineRouters,

  /** Which rules of honesty nobody answered for yet: asked before the review is frozen or leaves for the customer. */
  honesty: bookProcedure.input(one).query(async ({ ctx: { book }, input: { id } }) => {
    const { readiness } = await viewQbr(book.db, id, await today(book));
    return honestyOf(book.db, id, readiness);
  }),

  /** Keeps why the review goes out although they are open. */
  answerHonesty: bookProcedure
    .input(one.extend({ answer: line }))
    .mutation(async ({ ctx: { book }, input: { id, answer } }) => {
      const date = await today(book);
      await record(book, { key: 'qbr.answer-honesty' }, (trx) => answerHonesty(trx, id, answer, date));
    }),

  /** Keeps a copy of everything the review shows; nothing in it changes afterwards. */
  freeze: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const date = await today(book);
    await refuseUnanswered(book.db, id, date);
    await record(book, { key: 'qbr.freeze' }, (trx) => freezeQbr(trx, id, date, book.now()));
  }),

  remove: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input: { id } }) =>
      record(book, { key: 'qbr.delete' }, (trx) => deleteQbr(trx, id)),
    ),

  /** The review as it is printed: for the customer without an internal field, checked as its files are. */
  printed: bookProcedure
    .input(one.extend(version.shape))
    .query(({ ctx: { book }, input: { id, ...rest } }) => printedReview(book, id, rest)),

  /** The name of the message after the meeting unless the user chooses another. */
  recapName: bookProcedure
    .input(one.extend({ language: version.shape.language }))
    .query(({ ctx: { book }, input: { id, language } }) => recapFileName(book, id, language)),

  /** Writes the message after the meeting, a draft for each of the languages; it sends nothing. */
  saveRecap: bookProcedure
    .input(one.extend({ languages: z.array(version.shape.language).min(1), path: z.string().min(1) }))
    .mutation(({ ctx: { service, book }, input: { id, languages: wanted, path } }) =>
      startFiles(service, book, path, wanted, (language) => ({ is: 'review-recap', id, language })),
    ),

  /** The name a file gets unless the user chooses another. */
  fileName: bookProcedure
    .input(one.extend(version.shape).extend({ form: z.enum(forms) }))
    .query(({ ctx: { book }, input: { id, form, ...rest } }) =>
      qbrFileName(book, id, rest, extensions[form]),
    ),

  /** Starts writing the review as a file in each of the languages; see job.state. */
  export: bookProcedure
    .input(
      one.extend({
        form: z.enum(forms),
        audience: version.shape.audience,
        languages: z.array(version.shape.language).min(1),
        path: z.string().min(1),
      }),
    )
    .mutation(async ({ ctx: { service, book }, input: { id, form, audience, languages: wanted, path } }) => {
      if (audience === 'customer') await refuseUnanswered(book.db, id, await today(book));
      return startFiles(service, book, path, wanted, (language) => ({
        is: outputs[form],
        id,
        audience,
        language,
      }));
    }),
});
