import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TFunction } from 'i18next';
import type { AppHandler } from '../app.ts';

export interface Guard {
  /** Answers a request, or refuses it before the app sees it: 421 for a foreign Host, 403 for everything else. */
  readonly handle: AppHandler;
  /** Makes a one-time link: the first browser to follow it gets the session's cookie, nobody after it does. */
  readonly link: () => string;
}

/**
 * Stands before the app on the loopback address, where every program and every web page of this machine can knock.
 * - Host must be ours, or a foreign name that resolves to 127.0.0.1 would be the same origin as its page (DNS rebinding).
 * - Origin must be ours, and Sec-Fetch-Site must not name another site: other ports of 127.0.0.1 are the *same site*,
 *   so SameSite=Strict alone would let their pages send our cookie.
 * - The cookie is worth a session and never travels in an address; the link's key is worth one cookie.
 *
 * @param host the authority the browser uses, such as `127.0.0.1:49152`; asked per request, since the port is known late
 * @param redeemed told when a link was used, and is worth nothing any more
 */
export function guard(app: AppHandler, host: () => string, redeemed: () => void, labels: TFunction): Guard {
  const session = randomBytes(32).toString('base64url');
  const unusedKeys = new Set<string>();

  const redeem = (key: string): boolean => {
    const isGood = unusedKeys.delete(digest(key).toString('hex'));
    if (isGood) redeemed();
    return isGood;
  };

  return {
    link: () => {
      const key = randomBytes(32).toString('base64url');
      unusedKeys.add(digest(key).toString('hex'));
      return `http://${host()}/?key=${key}`;
    },

    handle: async (request) => {
      if (request.headers.get('host') !== host()) return refuse(421, labels('host.refused.address'));

      const origin = request.headers.get('origin');
      if (origin !== null && origin !== `http://${host()}`) return refuse(403, labels('host.refused.site'));

      const site = request.headers.get('sec-fetch-site');
      if (site !== null && site !== 'same-origin' && site !== 'none')
        return refuse(403, labels('host.refused.site'));

      const cookie = cookieName(host());
      const admitted = matches(readCookie(request, cookie), session);
      const key = linkKey(request);
      if (key !== null && (admitted || redeem(key))) {
        return new Response(null, {
          status: 303,
          headers: {
            location: '/',
            'set-cookie': `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`,
            'cache-control': 'no-store',
            'referrer-policy': 'no-referrer',
          },
        });
      }
      if (key !== null) return refuse(403, labels('host.refused.used'));
      if (!admitted) return refuse(403, labels('host.refused.noLink'));
      return app(request);
    },
  };
}

/** Browsers keep cookies per host and not per port: two running apps must not overwrite each other's. */
function cookieName(host: string): string {
  return `tenure-${host.slice(host.lastIndexOf(':') + 1)}`;
}

/** Only GET redeems: what previews links asks with HEAD, and must not use the link up. */
function linkKey(request: Request): string | null {
  if (request.method !== 'GET') return null;
  const url = new URL(request.url);
  return url.pathname === '/' ? url.searchParams.get('key') : null;
}

function readCookie(request: Request, name: string): string | null {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value ?? null;
  }
  return null;
}

/** Compares digests, which have one length, so that the time taken tells nothing of the secret. */
function matches(given: string | null, secret: string): boolean {
  return given !== null && timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function refuse(status: 403 | 421, reason: string): Response {
  return new Response(`${reason}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
