import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { languages } from '../../db/domain/language.ts';
import { Failure } from '../../db/failure.ts';
import { memoryBook } from '../../db/open.ts';
import { exportBook } from '../workbook/export-book.ts';

/** Writes a snapshot of the book to a workbook, beside the thread that serves the app. */
const task = z
  .object({ snapshot: z.instanceof(Uint8Array), file: z.string(), language: z.enum(languages) })
  .parse(workerData);
const controller = new AbortController();
parentPort?.once('message', () => controller.abort(new Error('cancelled')));

const book = await memoryBook({ snapshot: Buffer.from(task.snapshot.buffer) });
try {
  await exportBook(book, task.file, task.language, {
    advance: (rows) => parentPort?.postMessage({ advance: rows }),
    signal: controller.signal,
  });
} catch (error) {
  // A class does not survive the way between threads; what a failure says does.
  if (!(error instanceof Failure)) throw error;
  parentPort?.postMessage({ failure: { code: error.code, parameters: error.parameters } });
} finally {
  await book.close();
  parentPort?.close();
}
