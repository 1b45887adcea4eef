import { useEffect } from 'react';
import { create } from 'zustand';
import type { Theme } from '../ui/palette.ts';

export type ThemeChoice = Theme | 'system';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** Light or dark, as chosen or as the system has it now. */
export const useAppearance = create<{ choice: ThemeChoice; theme: Theme }>(() => ({
  choice: 'system',
  theme: dark.matches ? 'dark' : 'light',
}));

export function chooseTheme(choice: ThemeChoice): void {
  const theme = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset.theme = theme;
  useAppearance.setState({ choice, theme });
}

dark.addEventListener('change', () => chooseTheme(useAppearance.getState().choice));

/** Shows a screen as it comes out on paper, light whatever is chosen, as long as it is open. */
export function usePaper(): void {
  useEffect(() => {
    document.documentElement.dataset.theme = 'light';
    useAppearance.setState({ theme: 'light' });
    return () => chooseTheme(useAppearance.getState().choice);
  }, []);
}
