import { z } from 'zod';
import { audienceOf } from '../../db/audience.ts';
import { promiseSides } from '../../db/domain/promise.ts';
import { customerReview } from '../../db/domain/qbr-fields.ts';
import { preparationTimeline, qbrKinds, qbrSections, qbrTemplates } from '../../db/domain/qbr-kind.ts';
import { lastPeriod } from '../../db/domain/qbr-period.ts';
import { weekendsOnly } from '../../db/domain/working-day.ts';
import { bookSettings, today } from '../../db/queries/book.ts';
import {
  createQbr,
  deleteQbr,
  editQbr,
  editQbrSection,
  getQbr,
  holdQbr,
  layAgenda,
  listQbrs,
  orderQbrSections,
  qbrSectionsOf,
} from '../../db/queries/qbr.ts';
import { listQbrsDue } from '../../db/queries/qbr-due.ts';
import { qbrContacts } from '../../db/queries/qbr-facts.ts';
import {
  addQbrLine,
  deleteQbrLine,
  editQbrLine,
  type QbrLine,
  type QbrPart,
} from '../../db/queries/qbr-line.ts';
import { freezeQbr, viewQbr } from '../../db/queries/qbr-view.ts';
import { record } from '../../db/record.ts';
import { assertPeriod, byId, date, line, maybeDate, maybeText } from './schema.ts';
import { bookProcedure, router } from './trpc.ts';

const side = z.enum(promiseSides);
const section = z.enum(qbrSections);
const meeting = z.object({
  from_on: date,
  to_on: date,
  meeting_on: maybeDate,
  minutes: z.int().min(1).max(600),
  place: maybeText,
});

export const qbrRouter = router({
  /** Every review there is, and when each account is due its next. */
  list: bookProcedure.query(async ({ ctx: { book } }) => ({
    reviews: await listQbrs(book.db),
    due: await listQbrsDue(book.db, await today(book)),
  })),

  ofAccount: bookProcedure
    .input(z.object({ accountId: z.int() }))
    .query(({ ctx: { book }, input }) => listQbrs(book.db, input.accountId)),

  /** A review as it is shown, with what is missing and what its preparation has to keep to. */
  get: bookProcedure.input(byId).query(async ({ ctx: { book }, input: { id } }) => {
    const view = await viewQbr(book.db, id, await today(book));
    return {
      ...view,
      sections: await qbrSectionsOf(book.db, id),
      contacts: await qbrContacts(book.db, view.qbr.account_id),
      timeline: view.qbr.meeting_on === null ? null : preparationTimeline(view.qbr.meeting_on, weekendsOnly),
    };
  }),

  /** The review as the customer would get it. */
  forCustomer: bookProcedure.input(byId).query(async ({ ctx: { book }, input: { id } }) => {
    const { content } = await viewQbr(book.db, id, await today(book));
    return customerReview(content, audienceOf);
  }),

  /** The period a review of this kind would be about, held on that day or today, and how long it takes. */
  propose: bookProcedure
    .input(z.object({ kind: z.enum(qbrKinds), meeting_on: maybeDate }))
    .query(async ({ ctx: { book }, input: { kind, meeting_on } }) => {
      const { fiscal_year_start_month } = await bookSettings(book.db);
      const on = meeting_on ?? (await today(book));
      return { period: lastPeriod(kind, on, fiscal_year_start_month), minutes: qbrTemplates[kind].minutes };
    }),

  create: bookProcedure
    .input(meeting.extend({ account_id: z.int(), kind: z.enum(qbrKinds) }))
    .mutation(async ({ ctx: { book }, input }) => {
      assertPeriod(input);
      return { id: await record(book, { key: 'qbr.create' }, (trx) => createQbr(trx, input)) };
    }),

  edit: bookProcedure
    .input(byId.extend(meeting.shape))
    .mutation(({ ctx: { book }, input: { id, ...facts } }) => {
      assertPeriod(facts);
      return record(book, { key: 'qbr.edit' }, (trx) => editQbr(trx, id, facts));
    }),

  /** Lays the agenda of the review's kind anew, fitted to its minutes. */
  layAgenda: bookProcedure
    .input(byId)
    .mutation(({ ctx: { book }, input: { id } }) =>
      record(book, { key: 'qbr.edit' }, async (trx) => layAgenda(trx, id, await getQbr(trx, id))),
    ),

  editSection: bookProcedure
    .input(
      byId.extend({
        section,
        facts: z.object({
          hidden: z.union([z.literal(0), z.literal(1)]),
          so_what: maybeText,
          talking_point: maybeText,
          question: maybeText,
        }),
      }),
    )
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'qbr.edit' }, (trx) => editQbrSection(trx, input.id, input.section, input.facts)),
    ),

  orderSections: bookProcedure
    .input(byId.extend({ order: z.array(section) }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'qbr.edit' }, (trx) => orderQbrSections(trx, input.id, input.order)),
    ),

  difficulty: lineRouter('qbr_difficulty', z.object({ difficulty: line, lesson: maybeText })),
  ask: lineRouter('qbr_ask', z.object({ side, ask: line, asked_of: maybeText, due_on: maybeDate })),
  planLine: lineRouter(
    'qbr_plan_line',
    z.object({ step: line, side, owner: maybeText, due_on: maybeDate, goal_id: z.int().nullable() }),
  ),
  attendee: lineRouter(
    'qbr_attendee',
    z.object({
      side,
      name: line,
      title: maybeText,
      contact_id: z.int().nullable(),
      invited_on: maybeDate,
      attended: z.union([z.literal(0), z.literal(1)]).nullable(),
    }),
  ),
  agendaLine: lineRouter(
    'qbr_agenda_line',
    z.object({ section, position: z.int(), minutes: z.int().min(0).max(600), presenter: maybeText }),
  ),

  /** Keeps a copy of everything the review shows; nothing in it changes afterwards. */
  freeze: bookProcedure.input(byId).mutation(async ({ ctx: { book }, input: { id } }) => {
    const date = await today(book);
    await record(book, { key: 'qbr.freeze' }, (trx) => freezeQbr(trx, id, date, book.now()));
  }),

  hold: bookProcedure
    .input(byId.extend({ held_on: maybeDate }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'qbr.hold' }, (trx) => holdQbr(trx, input.id, input.held_on)),
    ),

  delete: bookProcedure
    .input(byId)
    .mutation(({ ctx: { book }, input: { id } }) =>
      record(book, { key: 'qbr.delete' }, (trx) => deleteQbr(trx, id)),
    ),
});

/** Adding, editing and deleting the lines of one part. A form always gives a line whole. */
function lineRouter<Part extends QbrPart>(part: Part, shape: z.ZodType<QbrLine<Part>>) {
  return router({
    add: bookProcedure
      .input(z.object({ qbrId: z.int(), line: shape }))
      .mutation(({ ctx: { book }, input }) =>
        record(book, { key: 'qbr.edit' }, (trx) => addQbrLine(trx, part, input.qbrId, input.line)),
      ),
    edit: bookProcedure
      .input(byId.extend({ line: shape }))
      .mutation(({ ctx: { book }, input }) =>
        record(book, { key: 'qbr.edit' }, (trx) => editQbrLine(trx, part, input.id, input.line)),
      ),
    delete: bookProcedure
      .input(byId)
      .mutation(({ ctx: { book }, input }) =>
        record(book, { key: 'qbr.edit' }, (trx) => deleteQbrLine(trx, part, input.id)),
      ),
  });
}
