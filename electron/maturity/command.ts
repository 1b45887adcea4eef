import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { today } from '../../db/book/query.ts';
import { Failure } from '../../db/failure.ts';
import { type AnswerChange, answerIndicators, finishAssessment } from '../../db/maturity/answer-query.ts';
import { indicatorsOf } from '../../db/maturity/model.ts';
import { availableModel } from '../../db/maturity/model-query.ts';
import { builtInModels } from '../../db/maturity/models.ts';
import { createAssessment, listAssessments } from '../../db/maturity/query.ts';
import { weakestOf } from '../../db/maturity/result.ts';
import { viewAssessment } from '../../db/maturity/view-query.ts';
import type { Book } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import { isIsoDate } from '../../db/types/calendar.ts';
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
import { assessmentDeck } from './deck.ts';
import { assessmentFileName } from './version.ts';
import { assessmentWorkbook } from './workbook.ts';

type NewOptions = {
  model: string;
  account?: string;
  company?: string;
  on?: string;
  assessor?: string;
  answers: string;
};

/** A level, or what an assessor writes beside it. */
const answersFile = z.record(
  z.string(),
  z.union([
    z.int(),
    z.strictObject({ level: z.int(), evidence: z.string().optional() }),
    z.strictObject({ notApplicableBecause: z.string().trim().min(1) }),
  ]),
);

/** assess: the models, the assessments of a book, a new one from a file of answers, one as a workbook. */
export function assessCommand(terminal: Terminal): Command {
  const { t, language } = terminal;
  const assess = new Command('assess').description(t('cli.assess.description')).helpCommand(false);
  const part = (name: 'models' | 'list' | 'show' | 'new' | 'export', lines: readonly string[]) =>
    new Command(name)
      .description(t(`cli.assess.${name}.description`))
      .addHelpText('after', examples(t('cli.examples'), lines));
  const add = (command: Command) => assess.addCommand(command);

  add(
    reporting(terminal, part('models', ['tenure assess models --json']), async () => ({
      json: builtInModels.map((model) => ({
        key: model.key,
        version: model.version,
        name: model.name[language],
        indicators: indicatorsOf(model).map(({ indicator }) => ({
          key: indicator.key,
          question: indicator.question[language],
          levels: indicator.levels.map(({ level, text }) => ({ level, text: text[language] })),
        })),
      })),
      text: builtInModels.map(({ key, name }) => `${key.padEnd(24)}${name[language]}`).join('\n'),
    })),
  );
  add(
    reporting(
      terminal,
      part('list', ['tenure assess list east.tenure --json']).argument('<file>', t('cli.file')),
      ([file = '']) => withBook(file, (book) => list(book, terminal)),
    ),
  );
  add(
    reporting(
      terminal,
      part('show', ['tenure assess show east.tenure 3'])
        .argument('<file>', t('cli.file'))
        .argument('<id>', t('cli.assess.id'), whole),
      ([file = '', id = '']) => withBook(file, (book) => show(book, Number(id), terminal)),
    ),
  );
  add(
    reporting<NewOptions>(
      terminal,
      part('new', [
        'tenure assess new east.tenure --account YJ-001 --answers yunji.json',
        'tenure assess new client.tenure --model cs-function-maturity --company "Lumen" --answers workshop.json',
      ])
        .argument('<file>', t('cli.file'))
        .option('--model <key>', t('cli.assess.new.model'), 'customer-maturity')
        .option('--account <key or name>', t('cli.assess.new.account'))
        .option('--company <name>', t('cli.assess.new.company'))
        .option('--on <date>', t('cli.assess.new.on'), date)
        .option('--assessor <name>', t('cli.assess.new.assessor'))
        .requiredOption('--answers <file>', t('cli.assess.new.answers')),
      ([file = ''], options) => withBook(file, (book) => create(book, options, terminal)),
    ),
  );
  add(
    reporting<{ to?: string; internal?: boolean }>(
      terminal,
      part('export', ['tenure assess export east.tenure 3 --to yunji.xlsx --lang zh-CN'])
        .argument('<file>', t('cli.file'))
        .argument('<id>', t('cli.assess.id'), whole)
        .option('--to <file>', t('cli.assess.export.to'))
        .option('--internal', t('cli.qbr.export.internal')),
      ([file = '', id = ''], { to, internal }) =>
        withBook(file, async (book) => {
          const wanted = { audience: internal ? 'internal' : 'customer', language } as const;
          const target = path.resolve(to ?? (await assessmentFileName(book, Number(id), wanted, 'xlsx')));
          const made = { xlsx: assessmentWorkbook, pptx: assessmentDeck };
          await saveExport(
            target,
            await made[fileTypeOf(target, ['xlsx', 'pptx'])](book, Number(id), wanted),
          );
          return { json: { path: target }, text: t('assessment.file.exported', { path: target }) };
        }),
    ),
  );
  return assess;
}

async function list(book: Book, { t, language }: Terminal): Promise<Report> {
  const lines = await listAssessments(book.db);
  return {
    json: lines.map(({ stage, model, ...line }) => ({
      ...line,
      model: model.key,
      stage: stage?.key ?? null,
    })),
    text: lines
      .map(({ id, assessedOn, subject, model, finishedOn, overall, stage, weakest }) =>
        [
          String(id).padStart(4),
          assessedOn,
          subject,
          model.name[language],
          finishedOn === null ? t('assessment.underWay') : (overall?.toFixed(2) ?? t('maturity.noOverall')),
          stage?.name[language],
          weakest &&
            t('cli.assess.weakest', {
              dimensions: weakest.names.map((name) => name[language]).join(', '),
              score: weakest.score.toFixed(2),
            }),
        ]
          .filter(Boolean)
          .join('  '),
      )
      .join('\n'),
  };
}

async function show(book: Book, id: number, { t, language }: Terminal): Promise<Report> {
  const { subject, model, assessedOn, result, plan, compared } = await viewAssessment(book.db, id);
  const stage = model.stages.find(({ key }) => key === result.stage?.key);
  const nameOf = (key: string) => model.dimensions.find((each) => each.key === key)?.name[language] ?? key;
  const weakest = weakestOf(result);
  const lines = [
    `${subject} · ${model.name[language]} · ${assessedOn}`,
    `${stage?.name[language] ?? t('maturity.noOverall')} ${result.overall?.toFixed(2) ?? ''}`.trim(),
    ...(result.overall === null || weakest.score === null
      ? []
      : [
          t('cli.assess.weakest', {
            dimensions: weakest.keys.map(nameOf).join(', '),
            score: weakest.score.toFixed(2),
          }),
        ]),
    t('cli.assess.coverage', {
      answered: result.coverage.answered,
      applicable: result.coverage.applicable,
      percent: result.coverage.percent ?? 0,
    }),
    ...(result.stage?.sustainable === false ? [t('maturity.notSustainable')] : []),
    ...result.dimensions.map(({ key, score }) => `  ${nameOf(key)} ${score?.toFixed(2) ?? '–'}`),
  ];
  const json = {
    id,
    subject,
    model: model.key,
    version: model.version,
    assessedOn,
    result,
    gaps: plan.gaps,
    steps: plan.steps,
    change: compared?.change ?? null,
  };
  return { json, text: lines.join('\n'), isIncomplete: result.overall === null };
}

/** One action: the assessment, its answers and what they come to; a single undo takes it back. */
async function create(book: Book, options: NewOptions, terminal: Terminal): Promise<Report> {
  const model = await availableModel(book.db, options.model);
  const answers = await readAnswers(options.answers);
  const subject = await subjectOf(book, options);
  const now = await today(book);
  const id = await record(
    book,
    { key: 'assessment.create', parameters: { name: subject.name } },
    async (trx) => {
      const assessment = await createAssessment(trx, model, {
        account_id: subject.accountId,
        company: subject.accountId === null ? subject.name : null,
        assessed_on: options.on ?? now,
        assessor: options.assessor ?? null,
      });
      await answerIndicators(
        trx,
        assessment,
        answers.flatMap(([indicator, changes]) => changes.map((change) => [indicator, change] as const)),
      );
      await finishAssessment(trx, assessment, now);
      return assessment;
    },
  );
  return show(book, id, terminal);
}

/** @throws Failure file.in-use, file.not-found, record.invalid */
async function readAnswers(file: string): Promise<[string, AnswerChange[]][]> {
  const text = new TextDecoder().decode(await readGiven(file));
  let source: unknown;
  try {
    source = JSON.parse(text);
  } catch (error) {
    throw new Failure('record.invalid', { reason: 'JSON' }, { cause: error });
  }
  const { data, error } = answersFile.safeParse(source);
  if (!data) throw new Failure('record.invalid', { reason: error.issues[0]?.path.join('.') ?? 'JSON' });
  return Object.entries(data).map(([indicator, answer]) => {
    if (typeof answer === 'number') return [indicator, [{ level: answer }]];
    if ('notApplicableBecause' in answer) return [indicator, [answer]];
    const { level, evidence } = answer;
    return [indicator, [{ level }, ...(evidence === undefined ? [] : [{ evidence }])]];
  });
}

/** @throws Failure record.not-found for an account nobody has; record.invalid without a subject */
async function subjectOf(
  book: Book,
  { account, company }: NewOptions,
): Promise<{ accountId: number | null; name: string }> {
  if (account === undefined) {
    if (!company?.trim()) throw new Failure('record.invalid', { reason: '--account, --company' });
    return { accountId: null, name: company.trim() };
  }
  const found = await book.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where((where) => where.or([where('key', '=', account), where('name', '=', account)]))
    .executeTakeFirst();
  if (!found) throw new Failure('record.not-found', { noun: 'account', id: account });
  return { accountId: found.id, name: found.name };
}

function whole(text: string): string {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('1, 2, 3 …');
  return text;
}

function date(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('YYYY-MM-DD');
  return text;
}
