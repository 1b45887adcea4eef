import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { today } from '../../db/book/query.ts';
import { acceptHandoff, returnHandoff } from '../../db/handoff/decide-query.ts';
import { gapsOf, offerDecision } from '../../db/handoff/decision.ts';
import { getHandoff, type Handoff, listHandoffs } from '../../db/handoff/query.ts';
import { scoreHandoff } from '../../db/handoff/score.ts';
import { summariseHandoff } from '../../db/handoff/summary.ts';
import type { Book } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import { workingCalendar } from '../../db/working-calendar/query.ts';
import {
  examples,
  fileTypeOf,
  type Report,
  readGiven,
  reporting,
  type Terminal,
  withBook,
} from '../commands/terminal.ts';
import { saveExport } from '../export/save-export.ts';
import { compareHandoffForm, handoffForm, handoffFormName, takeOverHandoffForm } from './form.ts';
import { returnNote } from './note.ts';

/** handoff: list, show, export and import the form, accept, return. */
export function handoffCommand(terminal: Terminal): Command {
  const { t, language } = terminal;
  const handoff = new Command('handoff').description(t('cli.handoff.description')).helpCommand(false);

  /** A subcommand on one handoff of a book. */
  function onHandoff<Options extends object>(
    name: 'show' | 'export' | 'import' | 'accept' | 'return',
    lines: readonly string[],
    build: (command: Command) => Command,
    work: (book: Book, id: number, rest: string[], options: Options) => Promise<Report>,
  ): void {
    const command = new Command(name)
      .description(t(`cli.handoff.${name}.description`))
      .argument('<file>', t('cli.file'))
      .argument('<id>', t('cli.handoff.id'), whole);
    handoff.addCommand(
      reporting<Options>(
        terminal,
        build(command).addHelpText('after', examples(t('cli.examples'), lines)),
        ([file = '', id = '', ...rest], options) =>
          withBook(file, (book) => work(book, Number(id), rest, options)),
      ),
    );
  }

  handoff.addCommand(
    reporting(
      terminal,
      new Command('list')
        .description(t('cli.handoff.list.description'))
        .argument('<file>', t('cli.file'))
        .addHelpText('after', examples(t('cli.examples'), ['tenure handoff list east.tenure --json'])),
      ([file = '']) => withBook(file, (book) => list(book, terminal)),
    ),
  );

  onHandoff('show', ['tenure handoff show east.tenure 12'], same, async (book, id) =>
    show(book, id, terminal),
  );

  onHandoff<{ to?: string }>(
    'export',
    [
      'tenure handoff export east.tenure 12 --to form.xlsx',
      'tenure handoff export east.tenure 12 --lang zh-CN',
    ],
    (command) => command.option('--to <file>', t('cli.handoff.export.to')),
    async (book, id, _, { to }) => {
      const file = path.resolve(to ?? (await handoffFormName(book, id, language)));
      fileTypeOf(file, ['xlsx']);
      await saveExport(file, await handoffForm(book, id, language));
      return { json: { path: file }, text: t('handoff.form.saved', { path: file }) };
    },
  );

  onHandoff<{ fields?: string; otherHandoff?: boolean; dryRun?: boolean }>(
    'import',
    [
      'tenure handoff import east.tenure 12 form.xlsx --dry-run',
      'tenure handoff import east.tenure 12 form.xlsx --fields plan,seats',
    ],
    (command) =>
      command
        .argument('<form>', t('cli.handoff.import.form'))
        .option('--fields <keys>', t('cli.handoff.import.fields'))
        .option('--other-handoff', t('cli.handoff.import.otherHandoff'))
        .option('--dry-run', t('cli.handoff.import.dryRun')),
    async (book, id, [form = ''], options) => importForm(book, id, form, options, terminal),
  );

  onHandoff<{ owner?: string; reason?: string }>(
    'accept',
    ['tenure handoff accept east.tenure 12 --owner "Zhou Ming"'],
    (command) =>
      command
        .option('--owner <name>', t('cli.handoff.accept.owner'))
        .option('--reason <text>', t('cli.handoff.reason')),
    async (book, id, _, { owner, reason }) => {
      const handoff = await getHandoff(book.db, id);
      const date = await today(book);
      const calendar = await workingCalendar(book.db, date);
      const gaps = gapsOf(scoreHandoff(handoff.template, handoff.answers), date, calendar).map((gap) => ({
        ...gap,
        owner: owner ?? handoff.seller ?? '',
      }));
      await record(book, { key: 'handoff.accept', parameters: { account: handoff.accountName } }, (trx) =>
        acceptHandoff(trx, id, { gaps, reason: reason ?? null, today: date }),
      );
      return {
        json: { id, gaps },
        text: [
          t('handoff.accept.done', { account: handoff.accountName }),
          ...gaps.map(
            ({ field, owner: who, dueOn }) => `${dueOn}  ${who}  ${labelOf(handoff, field, terminal)}`,
          ),
        ].join('\n'),
      };
    },
  );

  onHandoff<{ reason?: string }>(
    'return',
    ['tenure handoff return east.tenure 12 --reason "The commitments say TBD." > note.txt'],
    (command) => command.option('--reason <text>', t('cli.handoff.reason')),
    async (book, id, _, { reason = null }) => {
      const handoff = await getHandoff(book.db, id);
      const date = await today(book);
      const note = returnNote(handoff, reason, language);
      await record(book, { key: 'handoff.return', parameters: { account: handoff.accountName } }, (trx) =>
        returnHandoff(trx, id, { reason, today: date }),
      );
      return { json: { id, note }, text: note };
    },
  );

  return handoff;
}

const same = (command: Command) => command;

async function list(book: Book, { t }: Terminal): Promise<Report> {
  const date = await today(book);
  const rows = (await listHandoffs(book.db)).map((handoff) => ({
    id: handoff.id,
    account: handoff.accountName,
    deal: handoff.deal,
    state: handoff.state,
    seller: handoff.seller,
    returns: handoff.returns.length,
    ...summariseHandoff(handoff, date),
  }));
  const lines = rows.map(({ id, account, deal, state, score }) =>
    [String(id).padStart(5), String(score).padStart(4), t(`handoff.state.${state}`), account, deal ?? '']
      .join('  ')
      .trimEnd(),
  );
  return { json: rows, text: lines.length > 0 ? lines.join('\n') : t('handoff.empty.title') };
}

async function show(book: Book, id: number, { t, language }: Terminal): Promise<Report> {
  const handoff = await getHandoff(book.db, id);
  const score = scoreHandoff(handoff.template, handoff.answers);
  const { decision, because, toFix } = offerDecision(score);
  const fix = toFix.map(({ field, missing, quality }) => ({ field: field.key, missing, quality }));
  const lines = [
    [handoff.accountName, handoff.deal, t(`handoff.state.${handoff.state}`)]
      .filter((part) => part)
      .join(' · '),
    `${t('handoff.score.title')} ${score.score} · ${t(`handoff.decision.${decision}`)}`,
    ...score.sections.map(({ section, score: points }) => {
      const name = handoff.template.sections.find(({ key }) => key === section)?.name[language] ?? section;
      return `${String(points).padStart(5)}  ${name}`;
    }),
    ...(toFix.length > 0 ? [t('handoff.fix.count', { count: toFix.length })] : []),
    ...toFix.map(({ field, missing, quality }) => {
      const why = missing
        ? t(`handoff.missing.${missing}`)
        : t(`handoff.fix.${quality === 1 ? 'vague' : 'usable'}`);
      return `       ${field.label[language]}: ${why}`;
    }),
  ];
  const { score: whole, sections } = score;
  return {
    json: {
      id,
      account: handoff.accountName,
      state: handoff.state,
      score: whole,
      sections,
      decision,
      because,
      fix,
    },
    text: lines.join('\n'),
  };
}

async function importForm(
  book: Book,
  id: number,
  form: string,
  options: { fields?: string; otherHandoff?: boolean; dryRun?: boolean },
  { t, language }: Terminal,
): Promise<Report> {
  const file = { name: path.basename(form), bytes: await readGiven(form) };
  const fields = options.fields?.split(',').map((key) => key.trim()) ?? null;
  const { differences, ...facts } = await compareHandoffForm(book, id, file);
  const changed = options.dryRun
    ? 0
    : await takeOverHandoffForm(book, id, file, { fields, otherHandoff: options.otherHandoff === true });
  const problems = differences.filter(({ problem }) => problem !== null);
  const lines = [
    options.dryRun
      ? t('handoff.form.unchanged', { count: facts.unchanged })
      : t('handoff.form.taken', { count: changed }),
    ...differences.map(({ field, before, after, changed, problem }) => {
      const changes = changed.map((part) => {
        const change = `${before[part] || '–'} → ${after?.[part] || '–'}`;
        return part === 'answer' ? change : `${t(`handoff.form.${part}`)}: ${change}`;
      });
      return [
        `  ${field.key} (${field.label[language]}):`,
        changes.join('; '),
        problem && t(`handoff.problem.${problem}`),
      ]
        .filter((part) => part)
        .join(' ');
    }),
  ];
  return {
    json: {
      ...facts,
      changed,
      differences: differences.map(({ field, ...difference }) => ({ field: field.key, ...difference })),
    },
    text: lines.join('\n'),
    isIncomplete: problems.length > 0,
  };
}

function labelOf(handoff: Handoff, key: string, { language }: Terminal): string {
  const fields = handoff.template.sections.flatMap((section) => section.fields);
  return fields.find((field) => field.key === key)?.label[language] ?? key;
}

function whole(text: string): string {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError(text);
  return text;
}
