import { describe, expect, it } from 'vitest';
import { appUrl, isAppUrl } from './app-url.ts';

describe('isAppUrl', () => {
  it.each([appUrl, 'app://book', 'app://book/accounts/7?tab=notes#top'])('knows %s', (address) => {
    expect(isAppUrl(address)).toBe(true);
  });

  it.each([
    'app://BOOK/',
    'app://books/',
    'app://book.evil.example/',
    'app://evil@books/',
    'app://book:1/',
    'app:book/',
    'https://book/',
    'file:///app/book/',
    'data:text/html,app://book/',
    'javascript:location="app://book/"',
    'about:blank',
    'book',
    '',
  ])('does not take %s for ours', (address) => {
    expect(isAppUrl(address)).toBe(false);
  });
});
