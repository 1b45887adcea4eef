import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBook } from '../../db/open.ts';
import { fillSampleBook } from '../../db/sample-book.ts';

/** Lays the English sample book into a new folder, which is the test's to remove. */
export async function sampleFile(): Promise<{ folder: string; file: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tenure-command-'));
  const file = path.join(folder, 'east.tenure');
  const book = await createBook(file);
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  await book.close();
  return { folder, file };
}
