import { useEffect } from 'react';
import { create } from 'zustand';
import type { Theme } from '../ui/palette.ts';

export type ThemeChoice = Theme | 'system';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Light or dark, as chosen or as the system has it now; and whether the system asks for screens that do not move. */
export const useAppearance = create<{ choice: ThemeChoice; theme: Theme; isStill: boolean }>(() => ({
  choice: 'system',
  theme: dark.matches ? 'dark' : 'light',
  isStill: still.matches,
}));

export function chooseTheme(choice: ThemeChoice): void {
  const theme = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset.theme = theme;
  useAppearance.setState({ choice, theme });
}

dark.addEventListener('change', () => chooseTheme(useAppearance.getState().choice));
still.addEventListener('change', ({ matches }) => useAppearance.setState({ isStill: matches }));

/** Shows a screen as it comes out on paper, light whatever is chosen, as long as it is open. */
export function usePaper(): void {
  useEffect(() => {
    document.documentElement.dataset.theme = 'light';
    useAppearance.setState({ theme: 'light' });
    return () => chooseTheme(useAppearance.getState().choice);
  }, []);
}
