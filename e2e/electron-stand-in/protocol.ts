import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { app } from './app.ts';

type Handler = (request: Request) => Promise<Response>;

/**
 * Schemes of the app's own. Chromium alone cannot be taught one, so `app://book/x` is asked for as
 * `http://book.app.localhost/x`: names under localhost are a secure context, and Chromium is told to find them at our port.
 */
class Protocol {
  readonly #handlers = new Map<string, Handler>();
  readonly #schemes = new Set<string>();

  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void {
    if (app.isReady()) throw new Error('registerSchemesAsPrivileged must be called before the app is ready');
    for (const { scheme } of schemes) this.#schemes.add(scheme);
  }

  handle(scheme: string, handler: Handler): void {
    if (!app.isReady()) throw new Error('protocol.handle must be called after the app is ready');
    if (!this.#schemes.has(scheme)) throw new Error(`${scheme}: not registered as privileged`);
    this.#handlers.set(scheme, handler);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  toHttp(address: string): string {
    const [, scheme = '', host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address) ?? [];
    return this.#schemes.has(scheme) ? `http://${host}.${scheme}.localhost${rest}` : address;
  }

  /** What the app would have seen of an address, an Origin or a Referer. */
  toApp(address: string): string {
    return address.replace(/^http:\/\/([^/:]+)\.([a-z0-9-]+)\.localhost(?=\/|$)/, (all, host, scheme) =>
      this.#schemes.has(scheme) ? `${scheme}://${host}` : all,
    );
  }

  /** Starts answering; returns the switch that tells Chromium where, and that nothing else is to be found. */
  async listen(): Promise<string> {
    const server = createServer((incoming, outgoing) => this.#answer(incoming, outgoing));
    server.listen(0, '127.0.0.1').unref();
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : address;
    return `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
  }

  #answer(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const [, host, scheme = ''] = /^(.+)\.([a-z0-9-]+)\.localhost$/.exec(incoming.headers.host ?? '') ?? [];
    const handler = this.#handlers.get(scheme);
    if (!handler) {
      outgoing.writeHead(404).end();
      return;
    }
    const listener = getRequestListener(
      (request) => {
        const headers = new Headers();
        for (const [name, value] of request.headers)
          if (name !== 'host' && name !== 'connection') headers.set(name, this.toApp(value));
        return handler(
          new Request(`${scheme}://${host}${incoming.url}`, {
            method: request.method,
            headers,
            signal: request.signal,
            ...(request.body && { body: request.body, duplex: 'half' }),
          }),
        );
      },
      { overrideGlobalObjects: false },
    );
    void listener(incoming, outgoing);
  }
}

export const protocol = new Protocol();
