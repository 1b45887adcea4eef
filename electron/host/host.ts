import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { TFunction } from 'i18next';
import { Failure } from '../../db/failure.ts';
import type { AppHandler } from '../app.ts';
import { guard } from './guard.ts';

export interface Host {
  /** Where the app is served, such as `http://127.0.0.1:49152`. */
  readonly origin: string;
  /** Makes a link that lets one browser in, once. */
  readonly link: () => string;
  /** Ends every connection, also those a browser keeps open, and frees the port. */
  readonly close: () => Promise<void>;
}

/**
 * Serves the app to this machine's browsers, and to nobody else's: 127.0.0.1 only, on a port the system picks.
 * @param words for what the guard says to who knocks without a good link
 * @param options.port a fixed port for those who need one; without it the system picks a free one
 * @param options.redeemed told when a link was used, and is worth nothing any more
 * @throws Failure host.port-taken, also for a port the system keeps for itself
 */
export async function startHost(
  app: AppHandler,
  labels: TFunction,
  { port = 0, redeemed = () => {} }: { port?: number; redeemed?: () => void } = {},
): Promise<Host> {
  let authority = '';
  const door = guard(app, () => authority, redeemed, labels);
  const server = createServer(getRequestListener(door.handle, { overrideGlobalObjects: false }));

  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: unknown) => {
    throw new Failure('host.port-taken', { port }, { cause: error });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  authority = `127.0.0.1:${address.port}`;

  return {
    origin: `http://${authority}`,
    link: door.link,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
