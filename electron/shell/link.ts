const allowed = new Set(['https:', 'mailto:']);

/**
 * The address as it may be handed to the system, or null for what it must not get: the system starts programs by an
 * address's scheme, and a note pasted from anywhere may hold `file:`, `ms-msdt:` or a program's own scheme.
 * @param text anything a page sent; only https and mailto pass, at most 2,048 characters, without a user name
 */
export function outsideLink(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 2048) return null;
  const url = URL.parse(text);
  if (url === null || !allowed.has(url.protocol)) return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}
