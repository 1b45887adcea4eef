import { create } from 'zustand';

/** The export that is being written, shown until it ends. */
export const useExport = create<{ running: { readonly job: string; readonly path: string } | null }>(() => ({
  running: null,
}));
