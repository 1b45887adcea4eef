import { expect, test } from 'vitest';
import { pagesFor } from './paged-rows.ts';

test.each([
  [0, 0, [0]],
  [0, 99, [0]],
  [0, 100, [0, 100]],
  [95, 130, [0, 100]],
  [250, 420, [200, 300, 400]],
  [-12, 20, [0]],
])('rows %d to %d lie on the pages from %j', (first, last, offsets) => {
  expect(pagesFor(first, last)).toEqual(offsets.map((offset) => ({ offset, limit: 100 })));
});
