import { z } from 'zod';
import { commitmentSides } from '../../../db/commitment/rule.ts';
import { figureSections, insideFigureSections } from '../../../db/qbr/figure.ts';
import { type FigurePart, offeredFigures, writeFigures } from '../../../db/qbr/figure-query.ts';
import { qbrSections } from '../../../db/qbr/kind.ts';
import {
  addQbrLine,
  deleteQbrLine,
  editQbrLine,
  type QbrLines,
  type QbrPart,
} from '../../../db/qbr/line-query.ts';
import { record } from '../../../db/record.ts';
import { dateOrNull, line, lineOrNull, one, prose, proseOrNull } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';

const side = z.enum(commitmentSides);
const section = z.enum(qbrSections);
const figureLine = z.object({
  label: line,
  value: z.number().nullable(),
  before: z.number().nullable(),
  unit: z.string().trim().max(40),
  remark: proseOrNull,
  source: lineOrNull,
  asOf: dateOrNull,
});

/** What is written line by line into a review, part by part. */
export const qbrLineRouters = {
  difficulty: lineRouter('qbr_difficulty', z.object({ difficulty: prose, lesson: proseOrNull })),
  ask: lineRouter('qbr_ask', z.object({ side, ask: prose, askedOf: lineOrNull, dueOn: dateOrNull })),
  planLine: lineRouter(
    'qbr_plan_line',
    z.object({ step: prose, side, owner: lineOrNull, dueOn: dateOrNull, goalId: z.int().nullable() }),
  ),
  attendee: lineRouter(
    'qbr_attendee',
    z.object({
      side,
      name: line,
      title: lineOrNull,
      contactId: z.int().nullable(),
      invitedOn: dateOrNull,
      attended: z.union([z.literal(0), z.literal(1)]).nullable(),
    }),
  ),
  agendaLine: lineRouter(
    'qbr_agenda_line',
    z.object({ section, position: z.int(), minutes: z.int().min(0).max(600), presenter: lineOrNull }),
  ),
  figure: figureRouter(
    'qbr_figure',
    z.enum(figureSections),
    figureLine.extend({ section: z.enum(figureSections) }),
  ),
  insideFigure: figureRouter(
    'qbr_inside_figure',
    z.enum(insideFigureSections),
    figureLine.extend({ section: z.enum(insideFigureSections) }),
  ),
};

/** The lines of a page of figures: one by one, many out of a table, or the last review's to be asked for again. */
function figureRouter<Part extends FigurePart>(
  part: Part,
  of: z.ZodType<QbrLines[Part]['section']>,
  shape: z.ZodType<QbrLines[Part]>,
) {
  const page = z.object({ qbrId: z.int(), section: of });
  return router({
    ...lineRoutes(part, shape),
    offered: bookProcedure
      .input(page)
      .query(({ ctx: { book }, input }) => offeredFigures(book.db, part, input.qbrId, input.section)),
    write: bookProcedure
      .input(page.extend({ lines: z.array(figureLine).min(1).max(200) }))
      .mutation(({ ctx: { book }, input }) =>
        record(book, { key: 'qbr.edit' }, (trx) =>
          writeFigures(trx, part, input.qbrId, input.section, input.lines),
        ),
      ),
  });
}

/** Adding, editing and deleting the lines of one part. A form always gives a line whole. */
function lineRouter<Part extends QbrPart>(part: Part, shape: z.ZodType<QbrLines[Part]>) {
  return router(lineRoutes(part, shape));
}

function lineRoutes<Part extends QbrPart>(part: Part, shape: z.ZodType<QbrLines[Part]>) {
  return {
    add: bookProcedure
      .input(z.object({ qbrId: z.int(), line: shape }))
      .mutation(({ ctx: { book }, input }) =>
        record(book, { key: 'qbr.edit' }, (trx) => addQbrLine(trx, part, input.qbrId, input.line)),
      ),
    edit: bookProcedure
      .input(one.extend({ line: shape }))
      .mutation(({ ctx: { book }, input }) =>
        record(book, { key: 'qbr.edit' }, (trx) => editQbrLine(trx, part, input.id, input.line)),
      ),
    remove: bookProcedure
      .input(one)
      .mutation(({ ctx: { book }, input }) =>
        record(book, { key: 'qbr.edit' }, (trx) => deleteQbrLine(trx, part, input.id)),
      ),
  };
}
