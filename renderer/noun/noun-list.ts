import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Noun } from '../../db/kernel/define.ts';
import type { GridLayout, GridSort } from '../ui/grid/column.ts';

/** How the list of one noun is looked at. */
export type NounView = { readonly sort: GridSort | null; readonly layout: GridLayout };

/** By noun; sort and columns stay as they were left. */
const useViews = create<Readonly<Record<string, NounView>>>()(
  persist((): Readonly<Record<string, NounView>> => ({}), { name: 'noun-list', version: 1 }),
);

/** What a new user sees of the list. */
export function usualLayout({ fields }: Noun): GridLayout {
  const hidden = Object.entries(fields).flatMap(([key, { list }]) => (list?.hidden ? [key] : []));
  return { hidden, widths: {} };
}

export function useNounView(noun: Noun): NounView & { set: (change: Partial<NounView>) => void } {
  const kept = useViews()[noun.name];
  const view = kept ?? { sort: null, layout: usualLayout(noun) };
  return { ...view, set: (change) => useViews.setState({ [noun.name]: { ...view, ...change } }) };
}
