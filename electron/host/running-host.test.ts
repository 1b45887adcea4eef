import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messagesIn } from '../messages.ts';
import { type Host, startHost } from './host.ts';
import { findRunningHost, leaveNote, removeNote } from './running-host.ts';

let folder: string;
let host: Host;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-test-'));
  host = await startHost(async () => new Response('app'), messagesIn('en'));
});

afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

describe('a second start on the same data folder', () => {
  it('gets a link into the running host, as often as it asks', async () => {
    const link = host.link();
    await leaveNote(folder, link);

    expect(await findRunningHost(folder)).toBe(link);
    expect(await findRunningHost(folder)).toBe(link);
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(303);
  });

  it('finds none when none was started', async () => {
    expect(await findRunningHost(folder)).toBeNull();
  });

  it('finds none when the host ended in order', async () => {
    await leaveNote(folder, host.link());
    await removeNote(folder);

    expect(await findRunningHost(folder)).toBeNull();
  });

  it('finds none when the host died and left its note', async () => {
    const note = { process: 2 ** 22 + 1, link: host.link() }; // above the largest process id Linux gives
    await writeFile(path.join(folder, 'host.json'), JSON.stringify(note));

    expect(await findRunningHost(folder)).toBeNull();
  });

  it('finds none when the port is no longer answered', async () => {
    await leaveNote(folder, host.link());
    await host.close();

    expect(await findRunningHost(folder)).toBeNull();
  });

  it.each(['', '{', '[]', '{"process":1,"link":"x"}'])('finds none in a note that reads %j', async (note) => {
    await writeFile(path.join(folder, 'host.json'), note);

    expect(await findRunningHost(folder)).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('leaves a note that nobody else can read', async () => {
    await leaveNote(folder, host.link());

    expect((await stat(path.join(folder, 'host.json'))).mode & 0o777).toBe(0o600);
  });
});
