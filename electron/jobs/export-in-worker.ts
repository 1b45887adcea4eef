import { Worker } from 'node:worker_threads';
import { Failure, type FailureCode, type FailureParameters } from '../../db/failure.ts';
import { openIdentities } from '../../db/file-identity.ts';
import type { Book } from '../../db/open.ts';
import { workFolder } from '../../db/work-file.ts';
import type { Working } from './jobs.ts';
import type { OutputFile } from './outputs.ts';

/** The worker beside this module: TypeScript in the sources, a bundle in the package. */
const workerFile = new URL(
  import.meta.filename.endsWith('.ts') ? './export-worker.ts' : './export-worker.js',
  import.meta.url,
);

type Message = {
  readonly advance?: number;
  readonly failure?: { readonly code: FailureCode; readonly parameters: FailureParameters };
};

/**
 * Writes the files in a thread of its own, from a snapshot taken now: the app stays quick, and what changes meanwhile is in none
 * of them.
 * @throws Failure as writeOutput does; the signal's reason when cancelled
 */
export async function exportInWorker(
  book: Book,
  files: readonly OutputFile[],
  { advance, signal }: Working,
): Promise<void> {
  const snapshot = book.sqlite.serialize();
  const worker = new Worker(workerFile, {
    workerData: { snapshot, now: book.now(), files, open: openIdentities(), work: workFolder() },
  });
  const cancel = () => worker.postMessage('cancel');
  signal.addEventListener('abort', cancel);
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: Message) => {
        if (message.advance !== undefined) advance(message.advance);
        if (message.failure) reject(new Failure(message.failure.code, message.failure.parameters));
      });
      worker.on('error', (error) => reject(signal.aborted ? signal.reason : error));
      worker.on('exit', () => resolve());
    });
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
