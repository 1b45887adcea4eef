import { useSyncExternalStore } from 'react';
import type { Theme } from './palette.ts';

/** The theme the document wears, for what CSS variables do not reach. */
export function useTheme(): Theme {
  return useSyncExternalStore(onThemeChange, readTheme);
}

function readTheme(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

function onThemeChange(notify: () => void): () => void {
  const watcher = new MutationObserver(notify);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => watcher.disconnect();
}
