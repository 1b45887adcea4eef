import { create } from 'zustand';

/** Whether the search and command palette is in view. */
export const usePalette = create<{ isOpen: boolean }>(() => ({ isOpen: false }));
