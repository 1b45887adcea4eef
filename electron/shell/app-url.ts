/** Where Electron's windows find the app. The scheme is ours alone: nothing on a disk or in a network answers to it. */
export const appScheme = 'app';
export const appUrl = `${appScheme}://book/`;

/**
 * Whether an address is one of the app's own pages.
 * Compares protocol and host: Node gives every address of a scheme of one's own the same origin, the text `null`.
 */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${appScheme}:` && url.host === 'book';
}

/** Whether an address is that of a presenter's notes: the one page that opens in a window of its own. */
export function isPresenterUrl(address: string): boolean {
  return isAppUrl(address) && /^\/reviews\/\d+\/presenter$/.test(new URL(address).pathname);
}
