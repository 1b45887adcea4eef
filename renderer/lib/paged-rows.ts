import { type UseQueryOptions, useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

export type PageOf = { readonly offset: number; readonly limit: number };

const pageLength = 100;

/** The pages that hold the rows from first to last, both included. */
export function pagesFor(first: number, last: number, length = pageLength): PageOf[] {
  const from = Math.floor(Math.max(first, 0) / length);
  const to = Math.floor(Math.max(last, 0) / length);
  return Array.from({ length: to - from + 1 }, (_, at) => ({ offset: (from + at) * length, limit: length }));
}

/**
 * Rows by index, of which only the pages in sight are fetched. After a change of sort or filter the old rows stay (`isStale`)
 * until the new ones are there, so that nothing flickers.
 */
export function usePagedRows<Row, Failed, Key extends readonly unknown[]>(
  queryOf: (page: PageOf) => UseQueryOptions<Row[], Failed, Row[], Key>,
) {
  const [pages, setPages] = useState(() => pagesFor(0, 0));
  const { loaded, isComplete } = useQueries({
    queries: pages.map(queryOf),
    combine: useCallback(
      (results: readonly { data: Row[] | undefined }[]) => ({
        loaded: new Map(results.map(({ data }, at) => [pages[at]?.offset ?? 0, data])),
        isComplete: results.every(({ data }) => data !== undefined),
      }),
      [pages],
    ),
  });
  const [kept, setKept] = useState(loaded);
  if (isComplete && kept !== loaded) setKept(loaded);
  const rowAt = useCallback(
    (index: number): Row | undefined => {
      const offset = Math.floor(index / pageLength) * pageLength;
      return (loaded.get(offset) ?? kept.get(offset))?.[index - offset];
    },
    [loaded, kept],
  );
  const onRange = useCallback((first: number, last: number) => {
    const wanted = pagesFor(first, last);
    setPages((now) => (isSame(now, wanted) ? now : wanted));
  }, []);
  return { rowAt, onRange, isStale: !isComplete };
}

function isSame(one: readonly PageOf[], other: readonly PageOf[]): boolean {
  return one.length === other.length && one[0]?.offset === other[0]?.offset;
}
