import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { uploadLimits } from '../../db/types/upload.ts';
import { type AppHandler, createApp } from '../app.ts';
import { testService } from '../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;
let app: AppHandler;
const owner = { table: 'account', id: 1 } as const;

beforeEach(() => {
  app = createApp({ service: tenure.service, rendererRoot: tenure.folder });
});

async function upload(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const address = `http://app/upload?for=attachment&name=${encodeURIComponent('会议纪要.pdf')}`;
  return app(new Request(address, { method: 'POST', body, headers }));
}
function streamed(address: string, body: ReadableStream, headers = {}): Request {
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
  return new Request(address, init);
}
async function attach(text: string): Promise<number> {
  const response = await upload(text, { 'content-type': 'application/pdf' });
  const { id } = (await response.json()) as { id: string };
  return (await api().attachment.add({ owner, upload: id })).id;
}

test('an uploaded file is kept beside the book and comes out as it went in', async () => {
  const id = await attach('minutes');
  const [listed] = await api().attachment.list({ owner });
  expect(listed).toMatchObject({ id, name: '会议纪要.pdf', mediaType: 'application/pdf', bytes: 7 });
  expect(listed?.presence).toBe('there');
  expect(await readdir(tenure.service.shelf.filesFolder)).toHaveLength(1);
  const file = path.join(tenure.folder, 'out.pdf');
  await api().attachment.save({ id, path: file });
  expect(await readFile(file, 'utf8')).toBe('minutes');
});

test('removing and undoing leave the bytes where they are', async () => {
  const id = await attach('minutes');
  await api().attachment.remove({ id });
  expect(await api().attachment.list({ owner })).toEqual([]);
  await api().change.undo();
  expect((await api().attachment.list({ owner }))[0]?.presence).toBe('there');
  await api().change.undo();
  await api().change.redo();
  expect((await api().attachment.list({ owner }))[0]?.presence).toBe('there');
});

test('a missing or changed file is told as such, and nothing is written', async () => {
  const id = await attach('minutes');
  const [name = ''] = await readdir(tenure.service.shelf.filesFolder);
  const kept = path.join(tenure.service.shelf.filesFolder, name);
  const file = path.join(tenure.folder, 'out.pdf');
  await writeFile(kept, 'mInutes');
  await expect(api().attachment.save({ id, path: file })).rejects.toMatchObject({
    cause: { code: 'attachment.altered', parameters: { name: '会议纪要.pdf' } },
  });
  await rm(kept);
  expect((await api().attachment.list({ owner }))[0]?.presence).toBe('missing');
  await expect(api().attachment.save({ id, path: file })).rejects.toMatchObject({
    cause: { code: 'attachment.missing', parameters: { folder: tenure.service.shelf.filesFolder } },
  });
  expect(await readdir(tenure.folder)).not.toContain('out.pdf');
});

test('an upload that says it is 2 GB is refused before any of it is read', async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1024));
    },
  });
  const address = 'http://app/upload?for=attachment&name=disk.img';
  const headers = { 'content-length': String(2 * 1024 ** 3) };
  const response = await app(streamed(address, endless, headers));
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({ id: null });
  expect(pulled).toBeLessThanOrEqual(1); // what a stream fills itself with before anybody reads
});

test('an upload that says less than it is ends at the limit', async () => {
  const chunk = new Uint8Array(1024 ** 2);
  let left = uploadLimits.import / chunk.byteLength + 1;
  const body = new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(chunk);
      else controller.close();
    },
  });
  expect((await app(streamed('http://app/upload?name=long.csv', body))).status).toBe(413);
});

test('an upload that is no longer at hand attaches nothing', async () => {
  await expect(api().attachment.add({ owner, upload: 'gone' })).rejects.toMatchObject({
    cause: { code: 'attachment.gone' },
  });
});

test('a saved copy and a restored book find their files', async () => {
  const id = await attach('minutes');
  const copy = path.join(tenure.folder, 'Copy.tenure');
  expect(await api().book.saveCopy({ path: copy })).toEqual({ copied: 1, missing: 0 });
  const book = tenure.service.shelf.book.path ?? '';
  const backup = await tenure.service.shelf.backUp();
  await api().attachment.remove({ id });
  await tenure.service.shelf.restore(backup.path, book);
  expect((await api().attachment.list({ owner }))[0]?.presence).toBe('there');
  await tenure.service.shelf.open(copy);
  expect((await api().attachment.list({ owner }))[0]?.presence).toBe('there');
});

test('what was attached in vain is told and cleared, what undo needs stays', async () => {
  const id = await attach('minutes');
  await api().attachment.remove({ id });
  const { filesFolder } = tenure.service.shelf;
  const stray = path.join(filesFolder, 'c'.repeat(64));
  await writeFile(stray, 'left over');
  expect(await api().attachment.stray()).toEqual({ count: 0, bytes: 0 }); // only just come
  tenure.setClock(new Date(Date.now() + 2 * 3_600_000).toISOString());
  expect(await api().attachment.stray()).toEqual({ count: 1, bytes: 9 });
  expect(await api().attachment.clearStray()).toEqual({ count: 1, bytes: 9 });
  await api().change.undo();
  expect((await api().attachment.list({ owner }))[0]?.presence).toBe('there');
});
