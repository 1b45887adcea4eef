import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../replace-file.ts';

const noteSchema = z.object({ process: z.int().positive(), link: z.url() });

/**
 * The note a running host leaves in the data folder, so that a second start can open a page of the first one instead of
 * failing on a locked book. It holds a one-time link and only its user may read it; the host renews it when it was used.
 */
function noteOf(dataFolder: string): string {
  return path.join(dataFolder, 'host.json');
}

export async function leaveNote(dataFolder: string, link: string): Promise<void> {
  await replaceFile(noteOf(dataFolder), async (handle) => {
    await handle.chmod(0o600);
    await handle.writeFile(JSON.stringify({ process: process.pid, link }));
  });
}

export async function removeNote(dataFolder: string): Promise<void> {
  await rm(noteOf(dataFolder), { force: true });
}

/** A one-time link into the host that runs on this data folder, or null when none does. */
export async function findRunningHost(dataFolder: string): Promise<string | null> {
  const text = await readFile(noteOf(dataFolder), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const { process: id, link } = noteSchema.parse(JSON.parse(text));
    process.kill(id, 0); // throws when there is no such process: the host died without taking its note along
    // HEAD uses no link up; our guard answers it with 403, and another program that got the port hardly would.
    const { status } = await fetch(link, { method: 'HEAD', signal: AbortSignal.timeout(1000) });
    return status === 403 ? link : null;
  } catch {
    return null;
  }
}
