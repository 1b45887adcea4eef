import { Failure } from '../../db/failure.ts';
import type { MaturityModel } from '../../db/maturity/model.ts';
import type { ModelProblem } from '../../db/maturity/model-contradictions.ts';
import { isBilingual, type Part, partAt } from '../../db/maturity/model-document.ts';
import { longestModel } from '../../db/maturity/model-draft-query.ts';
import { readMaturityModel, readModelToWrite } from '../../db/maturity/model-reading.ts';
import type { Language } from '../../db/types/language.ts';
import { fileName } from '../export/file-name.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { messagesIn } from '../messages.ts';
import { modelSheet } from './model-sheet.ts';
import { readModelSheet } from './read-model.ts';

export const modelFileKinds = ['json', 'xlsx'] as const;
export type ModelFileKind = (typeof modelFileKinds)[number];

/** What a file says of a model, and each place that is not right. */
export type ModelInFile = {
  /** To go on writing; texts that are missing are blank. Null where more is wrong than that. */
  readonly model: MaturityModel | null;
  /** The first of them, with the cell where the file is a workbook. */
  readonly problems: readonly (ModelProblem & { readonly cell: string | null })[];
  readonly problemCount: number;
};

/** More nobody reads; the count says how many there are. */
const mostProblems = 200;

/** A model or a draft as a file that another book takes in. */
export async function modelFile(
  document: Part,
  kind: ModelFileKind,
  language: Language,
  now: Date,
): Promise<Uint8Array> {
  if (kind === 'json') return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
  const t = messagesIn(language);
  const title = nameOf(document, language) ?? t('maturityModel.sheet');
  return workbookBytes([modelSheet(document, title, t)], {
    is: 'maturity-model',
    title,
    language,
    created: now,
    labels: { yes: t('app.yes'), no: t('app.no') },
  });
}

export function modelFileName(document: Part, kind: ModelFileKind, language: Language): string {
  const name = nameOf(document, language) ?? messagesIn(language)('maturityModel.sheet');
  return `${fileName(name)}.${kind}`;
}

/**
 * Reads a model from a file somebody chose; nothing is written.
 * @throws Failure maturity-model.too-large; maturity-model.damaged for what is neither JSON nor a workbook with a model;
 *   and those of workbooks that cannot be opened
 */
export function readModelFile({ name, bytes }: { name: string; bytes: Uint8Array }): ModelInFile {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isWorkbook && bytes.length > longestModel * 3) throw new Failure('maturity-model.too-large');
  const { document, cellOf } = isWorkbook
    ? readModelSheet(bytes, name)
    : { document: parse(bytes), cellOf: new Map<string, string>() };
  const { problems } = readMaturityModel(document);
  const model = readModelToWrite(document);
  if (model && JSON.stringify(model).length > longestModel) throw new Failure('maturity-model.too-large');
  return {
    model,
    problems: problems.slice(0, mostProblems).map((problem) => ({
      ...problem,
      cell: cellOf.get(problem.path) ?? null,
    })),
    problemCount: problems.length,
  };
}

function parse(bytes: Uint8Array): Part {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Part;
  } catch (error) {
    throw new Failure('maturity-model.damaged', {}, { cause: error });
  }
}

function nameOf(document: Part, language: Language): string | null {
  const name = partAt(document, 'name');
  return (isBilingual(name) && name[language].trim()) || null;
}
