import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { Failure } from '../../db/failure.ts';
import { adoptIdentities } from '../../db/file-identity.ts';
import { memoryBook } from '../../db/open.ts';
import { joinWork } from '../../db/work-file.ts';
import { output, writeOutput } from './outputs.ts';

/** Writes files from a snapshot of the book, beside the thread that serves the app. */
const task = z
  .object({
    snapshot: z.instanceof(Uint8Array),
    now: z.date(),
    files: z.array(z.object({ output, file: z.string() })),
    open: z.array(z.string()),
    work: z.string().nullable(),
  })
  .parse(workerData);
adoptIdentities(task.open);
joinWork(task.work);
const controller = new AbortController();
parentPort?.once('message', () => controller.abort(new Error('cancelled')));

const book = await memoryBook({ snapshot: Buffer.from(task.snapshot.buffer), now: () => task.now });
try {
  for (const file of task.files) {
    await setImmediate(); // hears a cancel that came in while the last file was made
    controller.signal.throwIfAborted();
    await writeOutput(book, file, {
      advance: (steps) => parentPort?.postMessage({ advance: steps }),
      signal: controller.signal,
    });
  }
} catch (error) {
  // A class does not survive the way between threads; what a failure says does.
  if (!(error instanceof Failure)) throw error;
  parentPort?.postMessage({ failure: { code: error.code, parameters: error.parameters } });
} finally {
  await book.close();
  parentPort?.close();
}
