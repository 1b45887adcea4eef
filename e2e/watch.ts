import type { BrowserContext } from '@playwright/test';

/** Tells of everything that must never happen on a page: an error, or a request to anywhere but the app's own address. */
export function watch(
  context: BrowserContext,
  homes: readonly string[],
  tell: (problem: string) => void,
): void {
  context.on('weberror', (error) => tell(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') tell(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    if (!staysInside(request.url(), homes)) tell(`left the app: ${request.url()}`);
  });
  context.on('page', (page) => page.on('websocket', (socket) => tell(`left the app: ${socket.url()}`)));
}

function staysInside(address: string, homes: readonly string[]): boolean {
  return /^(data|blob|about):/.test(address) || homes.some((home) => address.startsWith(`${home}/`));
}
