import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { bookSettings, today } from '../../db/book/query.ts';
import { Failure } from '../../db/failure.ts';
import { importedRecords, pastImports } from '../../db/import/changeset-query.ts';
import { importNouns, perNoun } from '../../db/import/noun.ts';
import { findMapping } from '../../db/import/query.ts';
import { accountsToSetUp, setUpAccounts } from '../../db/import/set-up-query.ts';
import { record } from '../../db/record.ts';
import type { Reader } from '../../db/schema.ts';
import { languages } from '../../db/types/language.ts';
import { longestProse } from '../../db/types/text-length.ts';
import { saveExport } from '../export/save-export.ts';
import { encodings, separators } from '../files/workbook/csv.ts';
import { columnLimit, type GridValue } from '../files/workbook/grid.ts';
import type { Field, ImportFields } from '../import/field.ts';
import { importFieldsIn } from '../import/fields.ts';
import { prepareImport, resultOf, writePrepared } from '../import/import.ts';
import { type Proposal, proposedChoices, proposeTable } from '../import/import-table.ts';
import { leftOutWorkbook } from '../import/left-out.ts';
import { proposeNames } from '../import/likeness.ts';
import { previewTable } from '../import/preview.ts';
import { missingRates } from '../import/rates.ts';
import { openImport, type Source } from '../import/read.ts';
import type { TableChoice } from '../import/table-choice.ts';
import type { Service } from '../service.ts';
import { currency, dateOrNull, line } from './field.ts';
import { bookProcedure, router } from './trpc.ts';
import { withoutUndefined } from './without-undefined.ts';

const file = z.object({
  /** The upload's id. */
  upload: z.uuid(),
  text: z
    .object({ encoding: z.enum(encodings), separator: z.enum(separators) })
    .partial()
    .default({}),
});
const answer = z
  .object({
    dateOrder: z.enum(['day-first', 'month-first']),
    decimalSign: z.enum(['point', 'comma']),
    choices: z.record(z.string(), z.string()).readonly(),
  })
  .partial();
const answers = z.record(z.coerce.number(), answer).readonly();
const fields = z.array(z.string().nullable()).max(columnLimit).readonly();
const headerRow = z.int().min(0).nullable();
const choice = z.object({
  sheet: z.int().min(0),
  noun: z.enum(importNouns),
  headerRow,
  fields,
  answers,
  blanked: z.array(z.int().min(0)).readonly(),
  keepsAsides: z.boolean().default(false),
  isPart: z.boolean().default(false),
  edits: z
    .array(z.object({ row: z.int().min(0), column: z.int().min(0), value: z.string().max(longestProse) }))
    .max(5000)
    .readonly()
    .default([]),
  replaced: z
    .array(z.object({ column: z.int().min(0), from: z.string(), to: z.string().max(longestProse) }))
    .max(500)
    .readonly()
    .default([]),
  filledDown: z.array(z.int().min(0)).max(50).readonly().default([]),
});
const withHeaders = file.extend({ headers: z.record(z.coerce.number(), headerRow).default({}) });
const chosen = file.extend({ tables: z.array(choice).min(1).max(50) });
const rate = z.object({ currency, basePerUnit: z.number().positive().max(1e9) });

const remembered = z.object({ accountId: z.int(), reviewedOn: dateOrNull, talkedOn: dateOrNull });

/** More rows than a pasted table is for. */
const textRows = 1000;

export const importRouter = router({
  /**
   * The file's sheets and what they seem to be, and the fields their columns can fill, by noun; `headers` where the user says
   * the headings stand.
   */
  open: bookProcedure.input(withHeaders).query(async ({ ctx: { service, book }, input }) => {
    const { name, source } = await opened(service, input);
    const fields = await fieldsFor(book.db, source, input.headers);
    const sheets = [];
    for (const sheet of source.sheets.keys()) {
      const proposal = proposeTable(source, sheet, fields, input.headers[sheet]);
      // One sheet was meant, whatever it is; of several, those that look like nothing are left out.
      const isAlone = source.sheets.length === 1 && proposal.looksLike === null;
      const noun = proposal.noun ?? (isAlone ? 'account' : null);
      sheets.push({ ...proposal, noun, remembered: await rememberedMapping(book.db, proposal) });
    }
    return { name, text: source.text, sheets, fields: perNoun((noun) => fields[noun].map(offered)) };
  }),

  /** The first sheet of a file as text, its cells apart by tabs, for a field that takes a pasted table. */
  text: bookProcedure
    .input(z.object({ upload: z.uuid() }))
    .query(async ({ ctx: { service }, input: { upload } }) => {
      const { source } = await opened(service, { upload, text: {} });
      const { rows } = source.read(0);
      const plain = (cell: GridValue) => String(cell ?? '').replace(/\s+/g, ' ');
      return rows
        .slice(0, textRows)
        .map((row) => row.map(plain).join('\t'))
        .join('\n');
    }),

  /** The imports of the past, the latest first, each with what it came to and whether it still stands. */
  past: bookProcedure.query(({ ctx: { book } }) => pastImports(book.db)),

  /** The records an import created or changed, the first of them. */
  records: bookProcedure
    .input(z.object({ actionId: z.int() }))
    .query(({ ctx: { book }, input }) => importedRecords(book.db, input.actionId)),

  /** What an import would do: problems, questions, and the first rows of each kind. */
  preview: bookProcedure.input(chosen).query(async ({ ctx: { service, book }, input }) => {
    const { source } = await opened(service, input);
    const prepared = await prepareImport(book, source, choicesOf(input.tables));
    return {
      total: resultOf(prepared),
      tables: input.tables.map((_, at) => previewTable(prepared, at)),
      names: await proposeNames(book.db, prepared),
      rates: await missingRates(book.db, prepared),
    };
  }),

  /** Starts the import; `planned` is what will have been done when the job is. */
  write: bookProcedure
    .input(chosen.extend({ rates: z.array(rate).max(50).default([]) }))
    .mutation(async ({ ctx: { service, book }, input }) => {
      const { name, source } = await opened(service, input);
      const prepared = await prepareImport(book, source, choicesOf(input.tables));
      const planned = resultOf(prepared);
      const job = service.jobs.start(planned.added + planned.changed, (working) =>
        writePrepared(book, name, prepared, { ...working, rates: input.rates }),
      );
      return { job, planned };
    }),

  /** The accounts of the latest import of whose past nothing is known. */
  toSetUp: bookProcedure.query(async ({ ctx: { book } }) => ({
    accounts: await accountsToSetUp(book.db),
    currency: (await bookSettings(book.db)).base_currency,
  })),

  /** Writes when these accounts were last reviewed and talked to; one undo for all. */
  setUp: bookProcedure
    .input(z.object({ lines: z.array(remembered).min(1).max(500), words: line }))
    .mutation(async ({ ctx: { book }, input: { lines, words } }) => {
      const now = await today(book);
      await record(book, { key: 'import.set-up', parameters: { count: lines.length } }, (trx) =>
        setUpAccounts(trx, lines, words, now),
      );
    }),

  /** Saves the rows that were left out as a workbook, with the reason beside each. */
  saveLeftOut: bookProcedure
    .input(chosen.extend({ path: z.string().min(1), language: z.enum(languages) }))
    .mutation(async ({ ctx: { service, book }, input }) => {
      const { source } = await opened(service, input);
      const prepared = await prepareImport(book, source, choicesOf(input.tables));
      const names = source.sheets.map(({ name }) => name);
      await saveExport(input.path, await leftOutWorkbook(prepared, names, input.language, service.now()));
    }),
});

/** The fields for this file: what its own sheets define is there for the others. */
async function fieldsFor(
  db: Reader,
  source: Source,
  headers: Readonly<Record<number, number | null>>,
): Promise<ImportFields> {
  const choices = proposedChoices(source, await importFieldsIn(db), headers);
  return importFieldsIn(db, source, choices);
}

function offered({ key, kind, label, own }: Field) {
  return {
    key,
    label,
    isYesNo: kind.is === 'yes-no',
    /** By key, what a choice is called: in both languages, or as the user named it. */
    choices:
      kind.is === 'choice'
        ? Object.entries(kind.choices).map(([value, [en = '', zh = en]]) => ({
            value,
            label: own === undefined ? { en, 'zh-CN': zh } : { en, 'zh-CN': en },
          }))
        : null,
    /** Whether a word that is none of the choices may become one. */
    isOpen: kind.is === 'choice' && kind.isOpen === true,
  };
}

type Opened = { readonly key: string; readonly name: string; readonly source: Source };
/** The file in hand: the wizard asks about the same one again and again. */
const openImports = new WeakMap<Service, Opened>();

async function opened(service: Service, { upload, text }: z.infer<typeof file>): Promise<Opened> {
  const key = JSON.stringify([upload, text]);
  const known = openImports.get(service);
  if (known?.key === key) return known;
  const transfer = service.transfers.find(upload);
  if (!transfer) throw new Failure('import.gone');
  const source = openImport(await readFile(transfer.path), transfer.name, withoutUndefined(text));
  const fresh = { key, name: transfer.name, source: readOnce(source) };
  openImports.set(service, fresh);
  return fresh;
}

/** Sheets read once are kept as they were read. */
function readOnce(source: Source): Source {
  const grids = new Map<number, ReturnType<Source['read']>>();
  return {
    ...source,
    read(sheet) {
      const grid = grids.get(sheet) ?? source.read(sheet);
      grids.set(sheet, grid);
      return grid;
    },
  };
}

/** What the columns meant the last time a file had these headings; only what still makes sense. */
async function rememberedMapping(db: Reader, { headings, headerRow: at }: Proposal) {
  const mapping = at === null ? null : await findMapping(db, headings);
  const stated = z.object({ fields, answers }).safeParse(mapping);
  return mapping && stated.success ? { noun: mapping.noun, ...stated.data } : null;
}

function choicesOf(tables: z.infer<typeof choice>[]): TableChoice[] {
  return tables.map((table) => ({
    ...table,
    answers: Object.fromEntries(
      Object.entries(table.answers).map(([column, stated]) => [column, withoutUndefined(stated)]),
    ),
  }));
}
