import { z } from 'zod';
import { today } from '../../../db/book/query.ts';
import { record } from '../../../db/record.ts';
import { bridge } from '../../../db/report/bridge.ts';
import { cohortGrid, retentionCurve } from '../../../db/report/cohort.ts';
import { committedMrr } from '../../../db/report/committed.ts';
import { concentration } from '../../../db/report/concentration.ts';
import type { ReportEngine } from '../../../db/report/engine.ts';
import { currentEngine } from '../../../db/report/engine-query.ts';
import { customersBehind, fourPolicies, isRetention, otherPolicies } from '../../../db/report/explain.ts';
import { sliceChoices } from '../../../db/report/facts-query.ts';
import { reportGrid } from '../../../db/report/grid.ts';
import { type LineKey, lineKeys, reportLines } from '../../../db/report/layout.ts';
import { lastDayOf, monthNumber } from '../../../db/report/month.ts';
import { notesAndTargets, setReportNote, setReportTarget } from '../../../db/report/note-query.ts';
import { scenario, scenarioCurves } from '../../../db/report/scenario.ts';
import { reportSetting, setReport } from '../../../db/report/setting-query.ts';
import { reportEngine, reportSheetFacts } from '../../../db/report/view-query.ts';
import { prose } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { companyRouter } from './company.ts';
import { month, policies, wish, wishOnBasis } from './wish.ts';

const lineKey = z.string().transform((text, context): LineKey => {
  const key = lineKeys.find((each) => each === text);
  if (key) return key;
  context.addIssue({ code: 'custom', message: 'not a line of the report' });
  return z.NEVER;
});

/** Days ahead that committed MRR looks. */
const committedDays = 365;

export const reportRouter = router({
  company: companyRouter,

  /** The grid of lines and columns with everything it is read by. */
  get: bookProcedure.input(wishOnBasis).query(async ({ ctx: { book }, input }) => {
    const on = await today(book);
    const { engine, facts } = await currentEngine(book, on, input);
    const sheet = await reportSheetFacts(book.db, engine, facts, input.slices);
    const { blocks, periods } = reportGrid(engine, input.slices, input.basis, sheet);
    const setting = await reportSetting(book.db);
    return {
      ...engine.range,
      baseCurrency: facts.table.baseCurrency,
      fiscalStart: sheet.fiscalStart,
      today: on,
      periods,
      blocks,
      policies: engine.policies,
      setting,
      currencies: [...new Set(facts.table.rates.map((rate) => rate.currency))].sort(),
      choices: sliceChoices(facts),
      missingMonths: [...sheet.company.keys()].length === 0 ? null : missing(engine, sheet.company),
      problems: engine.problems().map((problem) => ({
        ...problem,
        account: engine.account(problem.accountId)?.name ?? '',
      })),
      ...(await notesAndTargets(book.db)),
    };
  }),

  /** A figure's customers, what else it would be, and for retention the four policies side by side. */
  explain: bookProcedure
    .input(wishOnBasis.extend({ line: lineKey, periodFrom: month, periodTo: month }))
    .query(async ({ ctx: { book }, input }) => {
      const on = await today(book);
      const { slices, line, periodFrom, periodTo, basis } = input;
      const { engine, facts } = await currentEngine(book, on, input);
      const found = reportLines.find(({ key }) => key === line);
      const figure = async (of: ReportEngine) => {
        const sheet = await reportSheetFacts(book.db, of, facts, slices);
        const { periods, columns } = reportGrid(of, slices, basis, sheet);
        const at = periods.findIndex(({ from }) => from === periodFrom);
        const column = columns[at];
        return column && found ? { value: found.of(column), column } : null;
      };
      const now = await figure(engine);
      const others = [];
      for (const { key, change } of otherPolicies) {
        const other = (await reportEngine(book.db, on, { ...input, policies: change })).engine;
        const value = (await figure(other))?.value ?? null;
        if (value && now && value.value !== now.value.value) others.push({ key, value });
      }
      return {
        value: now?.value ?? null,
        column: now?.column ?? null,
        behind: customersBehind(engine, slices, line, periodFrom, periodTo),
        four: isRetention(line) ? fourPolicies(engine, slices, line, periodFrom, periodTo) : null,
        others,
      };
    }),

  bridge: bookProcedure
    .input(wish.extend({ fromEnd: month, toEnd: month }))
    .query(async ({ ctx: { book }, input }) => {
      const { engine } = await currentEngine(book, await today(book), input);
      const names = (id: number) => engine.account(id)?.name ?? '';
      const found = bridge(
        engine.customers(input.slices),
        Math.max(0, engine.place(input.fromEnd)),
        Math.min(engine.lastPlace, engine.place(input.toEnd)),
      );
      return {
        ...found,
        steps: found.steps.map(({ accounts, ...step }) => ({
          ...step,
          accounts: accounts.map((each) => ({ ...each, name: names(each.accountId) })),
        })),
      };
    }),

  /** Cohorts, retention curves, concentration, committed MRR and the scenario of curves. */
  cohorts: bookProcedure.input(wish).query(async ({ ctx: { book }, input }) => {
    const { engine } = await currentEngine(book, await today(book), input);
    const customers = engine.customers(input.slices);
    const cohorts = cohortGrid(customers, engine.timeline);
    const last = lastDayOf(monthNumber(engine.range.to));
    const months = engine.totals(input.slices).months.slice(engine.firstPlace);
    const mean = (of: (month: (typeof months)[number]) => number) => {
      const opened = months.filter(({ opening }) => opening > 0);
      return opened.length === 0
        ? null
        : opened.reduce((sum, each) => sum + of(each) / each.opening, 0) / opened.length;
    };
    const churn = mean(({ churned, contraction }) => churned + contraction);
    const expansion = mean((each) => each.expansion);
    return {
      cohorts,
      curve: retentionCurve(cohorts),
      concentration: concentration(customers.map(({ mrr }) => mrr[engine.lastPlace] ?? 0)),
      largest: customers
        .map(({ accountId, mrr }) => ({
          accountId,
          name: engine.account(accountId)?.name ?? '',
          minor: mrr[engine.lastPlace] ?? 0,
        }))
        .filter(({ minor }) => minor > 0)
        .sort((a, b) => b.minor - a.minor)
        .slice(0, 10),
      committed: named(committedMrr(customers, engine.timeline, last, committedDays), engine),
      scenario: [
        ...scenarioCurves.map((curve) => ({ ...curve, isOwn: false, values: scenario(curve) })),
        ...(churn === null || expansion === null
          ? []
          : [{ churn, expansion, isOwn: true, values: scenario({ churn, expansion }) }]),
      ],
    };
  }),

  setPolicies: bookProcedure
    .input(
      z.object({
        policies,
        openingCash: z.int(),
        openingDeferred: z.int(),
        currency: z.string().regex(/^[A-Z]{3}$/),
      }),
    )
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'report.set-policies' }, (trx) => setReport(trx, input)),
    ),

  setNote: bookProcedure
    .input(z.object({ month, text: prose.nullable() }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'report.set-note' }, (trx) => setReportNote(trx, input.month, input.text)),
    ),

  setTarget: bookProcedure
    .input(z.object({ month, line: lineKey, value: z.number().nullable() }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'report.set-target' }, (trx) =>
        setReportTarget(trx, input.line, input.month, input.value),
      ),
    ),
});

function missing(engine: ReportEngine, company: ReadonlyMap<string, unknown>): string[] {
  const months: string[] = [];
  for (let place = engine.firstPlace; place <= engine.lastPlace; place++)
    if (!company.has(engine.month(place))) months.push(engine.month(place));
  return months;
}

function named(found: ReturnType<typeof committedMrr>, engine: ReportEngine) {
  return {
    ...found,
    accounts: found.accounts.map((each) => ({ ...each, name: engine.account(each.accountId)?.name ?? '' })),
  };
}
