import { describe, expect, it } from 'vitest';
import { outsideLink } from './link.ts';

describe('outsideLink', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTPS://EXAMPLE.COM', 'https://example.com/'],
    ['mailto:mei.lin@example.com?subject=QBR', 'mailto:mei.lin@example.com?subject=QBR'],
  ])('lets %s out', (text, href) => {
    expect(outsideLink(text)).toBe(href);
  });

  it.each([
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic',
    'app://book/',
    'https://bank.example@evil.example/',
    '//example.com',
    'example.com',
    '',
    `https://example.com/${'a'.repeat(2048)}`,
    null,
    42,
    { href: 'https://example.com' },
  ])('keeps %s in', (text) => {
    expect(outsideLink(text)).toBeNull();
  });
});
