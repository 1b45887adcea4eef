import { isAppUrl } from './app-url.ts';

/** Copying a message and filling the screen in a workshop; a book needs no camera, place, device or sound. */
const granted = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Whether a page may use what Chromium asks about; a foreign page may use nothing. */
export function isPermitted(permission: string, pageAddress: string): boolean {
  return granted.has(permission) && isAppUrl(pageAddress);
}
