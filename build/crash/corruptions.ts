import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../db/failure.ts';
import { type Access, createBook, openBook } from '../../db/open.ts';
import { keyOf, reencrypt } from '../../db/passphrase.ts';
import { fillSampleBook } from '../../db/sample-book.ts';
import type { Random } from './random.ts';
import { contentOf } from './soundness.ts';

export type CorruptionFigures = {
  corruptions: number;
  refused: number;
  identical: number;
  different: number;
  changed: number;
  readonly faults: string[];
};

export function noCorruptions(): CorruptionFigures {
  return { corruptions: 0, refused: 0, identical: 0, different: 0, changed: 0, faults: [] };
}

const pageSize = 4096;
/** What disks, cables and programs do to files. */
const harms: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => {
    const at = random.below(bytes.length);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(8)), at);
    return bytes;
  },
  (bytes, random) => {
    for (let count = random.below(30) + 1; count > 0; count--)
      bytes.writeUInt8(random.below(256), random.below(bytes.length));
    return bytes;
  },
  (bytes, random) => bytes.fill(0, ...pageOf(bytes, random)),
  (bytes, random) => {
    const [from, to] = pageOf(bytes, random);
    for (let at = from; at < to; at++) bytes.writeUInt8(random.below(256), at);
    return bytes;
  },
  (bytes, random) => {
    const [from, to] = pageOf(bytes, random);
    bytes.copy(bytes, pageOf(bytes, random)[0], from, to);
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random.below(9000) + 1, random.below(256))]),
];

function pageOf(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = random.below(Math.floor(bytes.length / pageSize)) * pageSize;
  return [from, from + pageSize];
}

/** A sample book that is harmed so many times, each time from the sound bytes; every third time an encrypted one. */
export async function corrupt(
  root: string,
  random: Random,
  figures: CorruptionFigures,
  goesOn: () => boolean,
): Promise<void> {
  const folder = await mkdtemp(path.join(root, 'corrupt-'));
  try {
    const plain = await sampleIn(path.join(folder, 'plain.tenure'), {});
    const encrypted = await sampleIn(path.join(folder, 'secret.tenure'), {
      passphrase: 'correct horse battery',
    });
    while (goesOn()) await corruptOnce(figures.corruptions % 3 === 2 ? encrypted : plain, random, figures);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Sample = {
  readonly file: string;
  readonly access: Access;
  readonly bytes: Buffer;
  readonly content: string;
};

async function sampleIn(file: string, { passphrase }: Access): Promise<Sample> {
  const fill = (made: Parameters<typeof fillSampleBook>[0]) => fillSampleBook(made, 'en', 'UTC');
  await (await createBook(file, { fill })).close();
  const key = passphrase === undefined ? null : await keyOf(passphrase);
  if (key) await reencrypt(file, null, key, async (partial) => (await openBook(partial, { key })).close());
  const access = { key };
  const book = await openBook(file, access);
  const content = contentOf(book);
  await book.close();
  return { file, access, content, bytes: await readFile(file) };
}

async function corruptOnce(
  { file, access, bytes, content }: Sample,
  random: Random,
  figures: CorruptionFigures,
): Promise<void> {
  const harmed = harms[random.below(harms.length)]?.(Buffer.from(bytes), random) ?? bytes;
  await writeFile(file, harmed);
  figures.corruptions += 1;
  try {
    const book = await openBook(file, access);
    try {
      if (contentOf(book) === content) figures.identical += 1;
      else {
        figures.different += 1;
        figures.faults.push('opened with other content');
      }
    } finally {
      await book.close();
    }
  } catch (error) {
    if (!(error instanceof Failure)) {
      figures.faults.push(String(error));
      return;
    }
    figures.refused += 1;
    if (!(await readFile(file)).equals(harmed)) {
      figures.changed += 1;
      figures.faults.push(`refused as ${error.code}, and changed`);
    }
  }
}
