import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** A place that was gone to, for going back to it from the palette. */
export type Recent = { readonly path: string; readonly label: string };

const most = 8;

/** The records opened last, by book (the path of its file), the latest first. */
export const useRecent = create<{ byBook: Readonly<Record<string, readonly Recent[]>> }>()(
  persist(() => ({ byBook: {} }), { name: 'recent', version: 1 }),
);

export function remember(book: string, recent: Recent): void {
  useRecent.setState(({ byBook }) => ({
    byBook: {
      ...byBook,
      [book]: [recent, ...(byBook[book] ?? []).filter(({ path }) => path !== recent.path)].slice(0, most),
    },
  }));
}
