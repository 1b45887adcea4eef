import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppRouter } from './api/router.ts';
import { type AppHandler, createApp } from './app.ts';
import { openFirstBook, type Service, startService } from './service.ts';

let folder: string;
let service: Service;
let app: AppHandler;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-app-'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Tenure</title>');
  service = await startService({
    dataFolder: path.join(folder, 'data'),
    documentsFolder: folder,
    version: '0.0.0',
  });
  app = createApp({ service, rendererRoot: folder });
});
afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

const client = () =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({ url: 'http://app/api', fetch: (url, init) => app(new Request(url, init as RequestInit)) }),
    ],
  });

test('a first start opens the sample book, marked as one, with its history empty', async () => {
  await openFirstBook(service, null);
  const status = await client().book.status.query();
  expect(status?.settings.is_sample).toBe(1);
  expect(status?.undo).toBeNull();
});

test('the book open last is opened again, and a closed one is not', async () => {
  const file = path.join(folder, 'East.tenure');
  await client().book.create.mutate({
    path: file,
    name: 'East',
    owner: 'Ada',
    baseCurrency: 'EUR',
    fiscalYearStartMonth: 4,
    language: 'en',
    timeZone: 'Europe/Berlin',
  });
  await service.shelf.putAway();
  await openFirstBook(service, null);
  expect((await client().book.status.query())?.path).toBe(file);
  await client().book.close.mutate();
  await openFirstBook(service, null);
  expect((await client().book.status.query())?.settings.is_sample).toBe(1);
});

test('a refusal reaches the page as its code and what its sentence needs, and the open book stays open', async () => {
  await openFirstBook(service, null);
  const refused = await client()
    .book.open.mutate({ path: path.join(folder, 'none.tenure') })
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(TRPCClientError);
  expect((refused as TRPCClientError<AppRouter>).data).toMatchObject({
    failure: { code: 'book.not-found', parameters: { path: path.join(folder, 'none.tenure') } },
  });
  expect((await client().book.status.query())?.settings.is_sample).toBe(1);
});

test('a start whose book does not open leaves none open, and the page is told why until one opens', async () => {
  const broken = path.join(folder, 'broken.tenure');
  await writeFile(broken, '');
  await openFirstBook(service, broken);
  expect(await client().book.status.query()).toBeNull();
  expect(await client().book.refused.query()).toEqual({ code: 'book.empty', parameters: { path: broken } });
  await client().book.openSample.mutate({ language: 'en' });
  expect(await client().book.refused.query()).toBeNull();
});

test('an unexpected error is logged with its stack and shown as a fault', async () => {
  await openFirstBook(service, null);
  await service.shelf.book.db.schema.dropTable('search').execute();
  const fault = (await client()
    .search.find.query({ typed: 'a' })
    .catch((error: unknown) => error)) as TRPCClientError<AppRouter>;
  expect(fault.data?.failure).toBeNull();
  await vi.waitFor(async () =>
    expect(await readFile(service.log.file, 'utf8')).toContain('no such table: search'),
  );
});

test('pages, assets and screens are served with a policy that lets nothing in from outside', async () => {
  const page = await app(new Request('http://app/accounts/12'));
  expect(await page.text()).toContain('Tenure');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const [path, status] of [
    ['/nothing.js', 404],
    ['/%2e%2e/%2e%2e/etc/passwd.txt', 403],
    ['/%00.js', 400],
  ] as const)
    expect((await app(new Request(`http://app${path}`))).status, path).toBeGreaterThanOrEqual(
      status === 403 ? 403 : status,
    );
});

test('a page of another site gets no answer', async () => {
  const request = new Request('http://app/api/book.status', { headers: { 'sec-fetch-site': 'cross-site' } });
  expect((await app(request)).status).toBe(403);
});

test('a file heavier than its purpose allows is not taken in, and one for no purpose we know neither', async () => {
  const sent = async (purpose: string, megabytes: number) => {
    const body = new Uint8Array(megabytes * 1024 ** 2);
    const request = new Request(`http://app/upload?name=a.png&for=${purpose}`, { method: 'POST', body });
    const response = await app(request);
    return { status: response.status, ...((await response.json()) as { id: string | null }) };
  };
  expect(await sent('logo', 40)).toEqual({ status: 413, id: null });
  expect(await sent('template', 40)).toMatchObject({ status: 200 });
  expect(await sent('toString', 1)).toEqual({ status: 400, id: null });
});

test('an upload is taken in and a placed file fetched under its own name', async () => {
  const response = await app(
    new Request('http://app/upload?name=客户.csv', { method: 'POST', body: 'name\nHarbor' }),
  );
  const { id } = (await response.json()) as { id: string };
  const download = await app(new Request(`http://app/download/${id}`));
  expect(await download.text()).toBe('name\nHarbor');
  expect(download.headers.get('content-disposition')).toContain(encodeURIComponent('客户.csv'));
  expect((await app(new Request('http://app/download/none'))).status).toBe(404);
});

test('every answer has the page’s headers, and none but a hashed asset is kept', async () => {
  await openFirstBook(service, null);
  for (const address of ['/api/book.status', '/download/none', '/', '/missing.js', '/assets/../x']) {
    const { headers } = await app(new Request(`http://app${address}`));
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('a body too long is refused, whether it says its length or not', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const call = (init: RequestInit) =>
    app(new Request('http://app/api/book.edit', { method: 'POST', ...init }));
  const chunked = { body: endless, duplex: 'half' } as RequestInit;
  expect((await call(chunked)).status).toBe(413);
  expect(sent).toBeLessThan(30);
  const declared = await call({ body: 'x', headers: { 'content-length': String(1024 ** 3) } });
  expect(declared.status).toBe(413);
});

test('the data folder is the user’s alone', async () => {
  const { mode } = await stat(path.join(folder, 'data'));
  if (process.platform !== 'win32') expect(mode & 0o077).toBe(0);
});
