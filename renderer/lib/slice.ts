import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { create } from 'zustand';
import type { Slice } from '../../db/segment/rule.ts';
import { api } from './api.ts';

/** The segments chosen in each scheme, by the scheme's id. They hold on every list until they are taken off again. */
const useChosen = create<Readonly<Record<number, readonly (number | null)[]>>>(() => ({}));

/** What every list of accounts is cut to. Schemes and segments that are gone, or another book's, cut nothing. */
export function useSlice() {
  const chosen = useChosen();
  const { data } = useQuery(api.segment.schemes.queryOptions());
  return useMemo(() => {
    const schemes = data?.schemes ?? [];
    const slice: Slice = schemes.flatMap(({ id, segments }) => {
      const known = (chosen[id] ?? []).filter(
        (one) => one === null || segments.some((each) => each.id === one),
      );
      return known.length > 0 ? [{ schemeId: id, segmentIds: known }] : [];
    });
    return { schemes, slice, isSliced: slice.length > 0 };
  }, [chosen, data]);
}

export function chooseSegments(schemeId: number, segmentIds: readonly (number | null)[]): void {
  useChosen.setState({ [schemeId]: segmentIds });
}

export function clearSlice(): void {
  useChosen.setState({}, true);
}
