import { request as send } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messagesIn } from '../messages.ts';
import { type Host, startHost } from './host.ts';

interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

const labels = messagesIn('en');
let host: Host;
let seen: string[];

beforeEach(async () => {
  seen = [];
  host = await startHost(async (request) => {
    seen.push(`${request.method} ${new URL(request.url).pathname}`);
    return new Response(`hello ${await request.text()}`);
  }, labels);
});

afterEach(() => host.close());

/** node:http sends exactly the headers it is given, which fetch would not let a test forge. */
async function ask(
  path: string,
  headers: Record<string, string> = {},
  options: { method?: string; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const call = send(host.origin + path, { method: options.method ?? 'GET', headers }, async (reply) => {
      resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: await text(reply) });
    });
    call.on('error', reject);
    call.end(options.body);
  });
}

const pathOf = (link: string) => link.slice(host.origin.length);

async function cookieOf(link: string): Promise<string> {
  const reply = await ask(pathOf(link));
  return String(reply.headers['set-cookie']).split(';')[0] ?? '';
}

describe('the one-time link', () => {
  it('sets a cookie that scripts and other sites cannot use, and leads to a clean address', async () => {
    const reply = await ask(pathOf(host.link()));

    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe('/');
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^tenure-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('does not carry the cookie in its address', async () => {
    const link = host.link();
    const cookie = await cookieOf(link);

    expect(link).not.toContain(cookie.split('=')[1]);
  });

  it('works once', async () => {
    const link = host.link();
    await ask(pathOf(link));
    const again = await ask(pathOf(link));

    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.body).toContain(labels('host.refused.used'));
  });

  it('is no obstacle to the browser that used it and goes back to it', async () => {
    const link = host.link();
    const cookie = await cookieOf(link);

    expect((await ask(pathOf(link), { cookie })).status).toBe(303);
  });

  it('is not used up by a preview that asks with HEAD', async () => {
    const link = host.link();
    await ask(pathOf(link), {}, { method: 'HEAD' });

    expect((await ask(pathOf(link))).status).toBe(303);
  });

  it('is not used up by a page of another site that leads to it', async () => {
    const link = host.link();
    const led = await ask(pathOf(link), { 'sec-fetch-site': 'cross-site' });

    expect(led.status).toBe(403);
    expect((await ask(pathOf(link))).status).toBe(303);
  });

  it('cannot be guessed', async () => {
    expect((await ask('/?key=guess')).status).toBe(403);
    expect((await ask('/?key=')).status).toBe(403);
  });

  it('can be made anew for a second browser', async () => {
    const first = await cookieOf(host.link());
    const second = await cookieOf(host.link());

    expect((await ask('/', { cookie: first })).status).toBe(200);
    expect((await ask('/', { cookie: second })).status).toBe(200);
  });
});

describe('a request with the cookie', () => {
  it('reaches the app with its method, path and body', async () => {
    const cookie = await cookieOf(host.link());
    const reply = await ask(
      '/api/account',
      { cookie, origin: host.origin },
      { method: 'POST', body: 'world' },
    );

    expect(reply).toMatchObject({ status: 200, body: 'hello world' });
    expect(seen).toEqual(['POST /api/account']);
  });

  it('is found among other cookies of the same host', async () => {
    const cookie = await cookieOf(host.link());

    expect((await ask('/', { cookie: `theme=dark; ${cookie}; tenure-1=old` })).status).toBe(200);
  });

  it.each([
    ['a foreign Host, as in DNS rebinding', { host: 'evil.example' }, 421],
    ['localhost, whose cookies are another origin’s', { host: 'localhost:1' }, 421],
    ['a foreign Origin', { origin: 'https://evil.example' }, 403],
    ['an opaque Origin, as from a sandboxed frame', { origin: 'null' }, 403],
    ['another port of this machine, which counts as the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('is refused from %s', async (_from, headers, status) => {
    const cookie = await cookieOf(host.link());
    const reply = await ask('/api/account', { cookie, ...headers } as Record<string, string>);

    expect(reply.status).toBe(status);
    expect(seen).toEqual([]);
  });
});

describe('a request without the cookie', () => {
  it.each([
    ['none', {}],
    ['an empty one', { cookie: '' }],
    ['one of the wrong value', { cookie: 'tenure-1=x' }],
  ])('is refused: %s', async (_which, headers) => {
    const reply = await ask('/', headers);

    expect(reply.status).toBe(403);
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(seen).toEqual([]);
  });
});

describe('the address', () => {
  it('is 127.0.0.1 on a port picked by the system', () => {
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('does not answer on the addresses other machines can reach', async () => {
    const port = Number(new URL(host.origin).port);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address }) => address !== '127.0.0.1')
      .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address));

    for (const address of others) expect(await reachable(address, port)).toBe(false);
    expect(await reachable('127.0.0.1', port)).toBe(true);
  });

  it('is free again after close, though a browser keeps its connection open', async () => {
    const cookie = await cookieOf(host.link());
    await ask('/', { cookie, connection: 'keep-alive' });
    const port = Number(new URL(host.origin).port);
    await host.close();

    expect(await reachable('127.0.0.1', port)).toBe(false);
  });

  it('says so when a port asked for is taken', async () => {
    const port = Number(new URL(host.origin).port);

    await expect(startHost(async () => new Response(), labels, { port })).rejects.toMatchObject({
      code: 'host.port-taken',
    });
  });
});

async function reachable(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 500 });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(false));
  });
}
