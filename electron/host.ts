import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { AppHandler } from './app.ts';
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
 * @param port a fixed port for those who need one; taken ports reject with the system's `EADDRINUSE`
 */
export async function startHost(app: AppHandler, port = 0): Promise<Host> {
  let authority = '';
  const door = guard(app, () => authority);
  const server = createServer(getRequestListener(door.handle, { overrideGlobalObjects: false }));

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
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
