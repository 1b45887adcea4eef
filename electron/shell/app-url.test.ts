import { describe, expect, it } from 'vitest';
import { appUrl, isAppUrl, isPresenterUrl } from './app-url.ts';

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

describe('isPresenterUrl', () => {
  it('knows the notes of any review', () => {
    expect(isPresenterUrl('app://book/reviews/7/presenter')).toBe(true);
  });

  it.each([
    'app://book/reviews/7',
    'app://book/reviews/7/presenter/more',
    'app://book/reviews/x/presenter',
    'app://books/reviews/7/presenter',
    'https://book/reviews/7/presenter',
    'https://evil.example/?app://book/reviews/7/presenter',
    'x',
  ])('opens no window for %s', (address) => {
    expect(isPresenterUrl(address)).toBe(false);
  });
});
