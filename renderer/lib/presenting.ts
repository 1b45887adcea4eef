import { useCallback, useEffect } from 'react';
import { create } from 'zustand';

/** Whether the screen is shown to a room: then the frame around it goes and the words are large. */
const useStore = create<{ isPresenting: boolean }>(() => ({ isPresenting: false }));

export const useIsPresenting = (): boolean => useStore(({ isPresenting }) => isPresenting);

/**
 * Shows a screen to a room, over the whole display where the window may. It ends with the screen, and when the system ends
 * the full screen by itself.
 */
export function usePresenting(): { isPresenting: boolean; toggle: () => void } {
  const isPresenting = useIsPresenting();
  useEffect(() => {
    const onChange = () => {
      if (!document.fullscreenElement) useStore.setState({ isPresenting: false });
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      stop();
    };
  }, []);
  const toggle = useCallback(() => {
    if (useStore.getState().isPresenting) return stop();
    useStore.setState({ isPresenting: true });
    // A window that may not fill the display still shows nothing but the screen itself.
    document.documentElement.requestFullscreen().catch(() => undefined);
  }, []);
  return { isPresenting, toggle };
}

function stop(): void {
  useStore.setState({ isPresenting: false });
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
}
