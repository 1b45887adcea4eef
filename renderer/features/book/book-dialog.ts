import { create } from 'zustand';

/** Which dialog about the book is in view. */
export const useBookDialog = create<{ shown: 'new' | 'backups' | null }>(() => ({ shown: null }));
