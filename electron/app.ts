import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReadableStream } from 'node:stream/web';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { isUploadPurpose, uploadLimits } from '../db/types/upload.ts';
import { appRouter } from './api/router.ts';
import type { Service } from './service.ts';

/** The whole app as one function; the Electron protocol, the loopback host and the tests all mount it. */
export type AppHandler = (request: Request) => Promise<Response>;

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // antd writes its styles at run time
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/** Bodies of API calls: the longest is a pasted table. Files come by `/upload`, which has limits of its own. */
const mostBodyBytes = 20 * 1024 * 1024;

export function createApp(options: { readonly service: Service; readonly rendererRoot: string }): AppHandler {
  const answer = answering(options);
  return async (request) => guarded(await answer(request));
}

/** Every answer has the headers of the page; what is not a hashed asset is never kept by a browser. */
function guarded(response: Response): Response {
  for (const [name, value] of Object.entries(securityHeaders))
    if (!response.headers.has(name)) response.headers.set(name, value);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}

/** The request with its body read up to the limit; null for a longer one, of which no more than that is held. */
async function limited(request: Request): Promise<Request | null> {
  if (!request.body) return request;
  if (Number(request.headers.get('content-length') ?? 0) > mostBodyBytes) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > mostBodyBytes) return null;
    chunks.push(chunk);
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: Buffer.concat(chunks),
    signal: request.signal,
  });
}

function answering(options: { readonly service: Service; readonly rendererRoot: string }): AppHandler {
  const { service } = options;
  const root = path.resolve(options.rendererRoot);
  return async (request) => {
    const url = new URL(request.url);
    if (!isSameSite(request)) return new Response('cross-site', { status: 403, headers: securityHeaders });
    if (url.pathname.startsWith('/api/')) {
      const call = await limited(request);
      if (call === null) return new Response('body too large', { status: 413 });
      return fetchRequestHandler({
        endpoint: '/api',
        req: call,
        router: appRouter,
        allowMethodOverride: true, // the client sends long queries as POST
        createContext: () => ({ service }),
        onError: ({ error, path: procedure }) => {
          if (error.code === 'INTERNAL_SERVER_ERROR')
            void service.log.error(error.cause ?? error, `api ${procedure}`);
        },
      });
    }
    if (url.pathname === '/upload' && request.method === 'POST') return receive(service, url, request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    if (url.pathname.startsWith('/download/')) {
      const response = await service.transfers.respond(url.pathname.slice('/download/'.length));
      return response ?? new Response('not found', { status: 404, headers: securityHeaders });
    }
    return serveFile(root, url, request.method === 'HEAD');
  };
}

/** Browsers say where a request comes from; a page of another site never gets an answer. */
function isSameSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}

async function receive(service: Service, url: URL, request: Request): Promise<Response> {
  if (!request.body) return Response.json({ id: null }, { status: 400 });
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  const purpose = url.searchParams.get('for') ?? 'import';
  if (!isUploadPurpose(purpose)) return Response.json({ id: null }, { status: 400 });
  const upload = {
    name: url.searchParams.get('name') ?? 'upload',
    mediaType: request.headers.get('content-type') ?? 'application/octet-stream',
    bytes: Number.isNaN(declared) ? null : declared,
    limitBytes: uploadLimits[purpose],
  };
  const id = await service.transfers.receive(upload, request.body as ReadableStream<Uint8Array>);
  return Response.json({ id }, { status: id === null ? 413 : 200 });
}

/** The built page. Any path without an extension is a screen's address and gets the page itself. */
async function serveFile(root: string, url: URL, headOnly: boolean): Promise<Response> {
  const wanted = decode(url.pathname);
  if (wanted === null) return new Response('bad request', { status: 400, headers: securityHeaders });
  const isScreen = path.extname(wanted) === '';
  const file = path.join(root, isScreen ? 'index.html' : wanted);
  const relative = path.relative(root, file);
  if (relative.startsWith('..') || path.isAbsolute(relative))
    return new Response('forbidden', { status: 403, headers: securityHeaders });
  const body = await readFile(file).catch(() => null);
  if (!body) return new Response('not found', { status: 404, headers: securityHeaders });
  const isHashed = wanted.startsWith('/assets/');
  return new Response(headOnly ? null : new Uint8Array(body), {
    headers: {
      ...securityHeaders,
      'content-type': contentTypes[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-store',
    },
  });
}

function decode(pathname: string): string | null {
  try {
    const text = decodeURIComponent(pathname);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
