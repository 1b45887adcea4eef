import type { Book } from '../../db/open.ts';
import type { Language } from '../../db/types/language.ts';
import { twinPath } from '../export/file-name.ts';
import type { Service } from '../service.ts';
import { exportInWorker } from './export-in-worker.ts';
import { type Output, stepsOf } from './outputs.ts';

/** Starts writing an output in each of the languages: one to the path itself, several beside each other; see job.state. */
export function startFiles(
  service: Service,
  book: Book,
  path: string,
  wanted: readonly Language[],
  output: (language: Language) => Output,
) {
  const files = wanted.map((language) => ({
    output: output(language),
    file: wanted.length === 1 ? path : twinPath(path, language),
  }));
  const job = service.jobs.start(stepsOf(book, files), (working) => exportInWorker(book, files, working));
  return { job, files: files.map(({ file }) => file) };
}
