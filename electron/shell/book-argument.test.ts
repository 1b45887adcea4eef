import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookArgument } from './book-argument.ts';

const folder = path.resolve('/home/mei');

describe('bookArgument', () => {
  it.each([
    ['a full path', ['tenure', '/books/East China.tenure'], path.resolve('/books/East China.tenure')],
    ['a relative path', ['tenure', 'books/a.tenure'], path.join(folder, 'books/a.tenure')],
    ['any case of the ending', ['tenure', '/A.TENURE'], path.resolve('/A.TENURE')],
    ['switches around it', ['tenure', '--inspect=0', '/a.tenure', '--no-sandbox'], path.resolve('/a.tenure')],
    ['the app folder before it', ['electron', '.', '/a.tenure'], path.resolve('/a.tenure')],
    ['several, of which the last', ['tenure', '/a.tenure', '/b.tenure'], path.resolve('/b.tenure')],
    ['no book', ['tenure', '/a.xlsx'], null],
    ['a switch that ends so', ['tenure', '--file=/a.tenure'], null],
    ['nothing', [], null],
  ])('finds %s', (_what, argv, found) => {
    expect(bookArgument(argv, folder)).toBe(found);
  });
});
