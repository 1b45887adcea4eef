import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { currentStatuses } from '../../db/account/status-query.ts';
import { today } from '../../db/book/query.ts';
import { Failure } from '../../db/failure.ts';
import type { Book } from '../../db/open.ts';
import { listQbrsDue } from '../../db/qbr/due-query.ts';
import { answerHonesty, honestyOf, refuseUnanswered } from '../../db/qbr/honesty-query.ts';
import { type QbrKind, type QbrSection, qbrKinds } from '../../db/qbr/kind.ts';
import { proposeQbr } from '../../db/qbr/proposal-query.ts';
import { createQbr, listQbrs } from '../../db/qbr/query.ts';
import { freezeQbr, viewQbr } from '../../db/qbr/view-query.ts';
import { record } from '../../db/record.ts';
import { isIsoDate } from '../../db/types/calendar.ts';
import {
  examples,
  fileTypeOf,
  type Report,
  reporting,
  type Terminal,
  withBook,
} from '../commands/terminal.ts';
import { saveExport } from '../export/save-export.ts';
import { qbrDeck } from './deck.ts';
import { qbrFileName } from './version.ts';
import { qbrWorkbook } from './workbook.ts';

type PrepareOptions = { kind: QbrKind; meeting?: string; from?: string; to?: string };

/** The files a review is written as, by their extensions. */
const writers = { xlsx: qbrWorkbook, pptx: qbrDeck } as const;
const forms = { workbook: 'xlsx', deck: 'pptx' } as const;

/** qbr: list, prepare, ready, export, freeze. */
export function qbrCommand(terminal: Terminal): Command {
  const { t, language } = terminal;
  const qbr = new Command('qbr').description(t('cli.qbr.description')).helpCommand(false);
  const command = (name: 'list' | 'prepare' | 'ready' | 'export' | 'freeze', example: string) =>
    new Command(name)
      .description(t(`cli.qbr.${name}.description`))
      .argument('<file>', t('cli.file'))
      .addHelpText('after', examples(t('cli.examples'), [example]));
  const one = (name: 'ready' | 'export' | 'freeze', example: string) =>
    command(name, example).argument('<id>', t('cli.qbr.id'), whole);

  qbr.addCommand(
    reporting(terminal, command('list', 'tenure qbr list east.tenure --json'), ([file = '']) =>
      withBook(file, (book) => list(book, terminal)),
    ),
  );
  qbr.addCommand(
    reporting<PrepareOptions>(
      terminal,
      command('prepare', 'tenure qbr prepare east.tenure "Yunji Supply" --meeting 2026-12-02')
        .argument('<account>', t('cli.qbr.prepare.account'))
        .addOption(new Option('--kind <kind>', t('cli.qbr.prepare.kind')).choices(qbrKinds).default('qbr'))
        .option('--meeting <date>', t('cli.qbr.prepare.meeting'), date)
        .option('--from <date>', t('cli.qbr.prepare.from'), date)
        .option('--to <date>', t('cli.qbr.prepare.to'), date),
      ([file = '', account = ''], options) =>
        withBook(file, (book) => prepare(book, account, options, terminal)),
    ),
  );
  qbr.addCommand(
    reporting(
      terminal,
      one('ready', 'tenure qbr ready east.tenure 2 || echo "not ready"'),
      ([file = '', id = '']) => withBook(file, (book) => ready(book, Number(id), terminal)),
    ),
  );
  qbr.addCommand(
    reporting<{ to?: string; internal?: boolean; form?: keyof typeof forms; anyway?: string }>(
      terminal,
      one('export', 'tenure qbr export east.tenure 2 --to review.xlsx --lang zh-CN')
        .option('--to <file>', t('cli.qbr.export.to'))
        .option('--internal', t('cli.qbr.export.internal'))
        .option('--anyway <reason>', t('cli.qbr.anyway'))
        .addOption(new Option('--form <form>', t('cli.qbr.export.form')).choices(Object.keys(forms))),
      ([file = '', id = ''], { to, internal, form, anyway }) =>
        withBook(file, async (book) => {
          if (!internal) await answerFor(book, Number(id), anyway);
          const wanted = { audience: internal ? 'internal' : 'customer', language } as const;
          const types = form === undefined ? (['xlsx', 'pptx'] as const) : [forms[form]];
          const target = path.resolve(
            to ?? (await qbrFileName(book, Number(id), wanted, forms[form ?? 'workbook'])),
          );
          await saveExport(target, await writers[fileTypeOf(target, types)](book, Number(id), wanted));
          return { json: { path: target, ...wanted }, text: t('qbr.exported', { path: target }) };
        }),
    ),
  );
  qbr.addCommand(
    reporting<{ anyway?: string }>(
      terminal,
      one('freeze', 'tenure qbr freeze east.tenure 2').option('--anyway <reason>', t('cli.qbr.anyway')),
      ([file = '', id = ''], { anyway }) =>
        withBook(file, async (book) => {
          await answerFor(book, Number(id), anyway);
          const on = await today(book);
          await record(book, { key: 'qbr.freeze' }, (trx) => freezeQbr(trx, Number(id), on, book.now()));
          return { json: { id: Number(id) }, text: t('qbr.frozenNow') };
        }),
    ),
  );
  return qbr;
}

async function list(book: Book, { t }: Terminal): Promise<Report> {
  const reviews = await listQbrs(book.db);
  await currentStatuses(book);
  const due = await listQbrsDue(book.db, await today(book));
  const lines = [
    ...reviews.map(({ id, account, kind, period, meetingOn, heldOn, frozenAt }) =>
      [
        String(id).padStart(5),
        t(`qbr.kindShort.${kind}`),
        t('qbr.period', period),
        heldOn ?? meetingOn ?? '–'.padEnd(10),
        t(heldOn ? 'qbr.isHeld' : frozenAt ? 'qbr.isFrozenShort' : 'qbr.isOpen'),
        account,
      ].join('  '),
    ),
    ...due.flatMap(({ account, next, openQbrId }) =>
      next.kind === 'next' && openQbrId === null && next.state !== 'coming'
        ? [`${next.dueOn}  ${t(`qbr.cadence.${next.state}`, { count: next.overdueDays })}  ${account}`]
        : [],
    ),
  ];
  return { json: { reviews, due }, text: lines.length > 0 ? lines.join('\n') : t('qbr.none.title') };
}

/** A new review of the account by its key or its name, which must be the only one of that name. */
async function prepare(
  book: Book,
  named: string,
  { kind, meeting, from, to }: PrepareOptions,
  { t }: Terminal,
): Promise<Report> {
  const accounts = await book.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('archived_at', 'is', null)
    .where((eb) => eb.or([eb('key', '=', named), eb('name', '=', named)]))
    .execute();
  const [account] = accounts;
  if (!account || accounts.length > 1) throw new Failure('record.not-found', { noun: 'account', id: named });
  const on = meeting ?? (await today(book));
  const proposed = await proposeQbr(book.db, { kind, accountId: account.id, on });
  const period = { from: from ?? proposed.period.from, to: to ?? proposed.period.to };
  const id = await record(book, { key: 'qbr.create' }, (trx) =>
    createQbr(trx, {
      accountId: account.id,
      kind,
      period,
      meetingOn: meeting ?? null,
      minutes: proposed.minutes,
      place: null,
    }),
  );
  const { json, text } = await ready(book, id, { t });
  return { json, text: `${t('cli.qbr.prepare.done', { id, account: account.name })}\n${text}` };
}

/** How ready a review is and what it lacks; a frozen one lacks nothing any more. */
async function ready(book: Book, id: number, { t }: Pick<Terminal, 't'>): Promise<Report> {
  const { qbr, readiness, leftOut } = await viewQbr(book.db, id, await today(book));
  if (!readiness) return { json: { id, frozenAt: qbr.frozenAt }, text: t('qbr.frozenTeach') };
  const { score, gaps } = readiness;
  const lines = gaps.map(
    ({ key, subject, count }) =>
      `  ${t(`qbr.gap.${key}`, { name: subject?.name ?? '', count: Math.abs(count) })}`,
  );
  return {
    json: { id, account: qbr.account, score, gaps, leftOut },
    text: [t('qbr.ready', { score }), ...lines, ...leftOutLine(leftOut, t)].join('\n'),
    isIncomplete: gaps.length > 0,
  };
}

/** Keeps the reason given, if any, and refuses a review whose rules of honesty are open without one. */
async function answerFor(book: Book, id: number, anyway: string | undefined): Promise<void> {
  const on = await today(book);
  const reason = anyway?.trim();
  const { readiness } = await viewQbr(book.db, id, on);
  const { open } = await honestyOf(book.db, id, readiness);
  if (reason && open.length > 0)
    await record(book, { key: 'qbr.answer-honesty' }, (trx) => answerHonesty(trx, id, reason, on));
  await refuseUnanswered(book.db, id, on);
}

function leftOutLine(leftOut: readonly QbrSection[], t: Terminal['t']): string[] {
  const sections = leftOut.map((section) => t(`qbr.section.${section}`)).join(t('qbr.recap.and'));
  return leftOut.length === 0 ? [] : [t('qbr.leftOut', { sections })];
}

function date(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('2026-12-02');
  return text;
}

function whole(text: string): string {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError(text);
  return text;
}
