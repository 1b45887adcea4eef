import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';

test('a line of millions of characters is refused at once, by its number', () => {
  const started = performance.now();
  expect(() => readCsv(`a,b\n${'x,'.repeat(25_000_000)}`, ',')).toThrow(
    expect.objectContaining({ code: 'import.line-too-long', parameters: { row: 2, limit: 1_000_000 } }),
  );
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(readCsv('a,b\r1,2\r', ',').rows).toHaveLength(2);
});
