import { createContext, type ReactNode } from 'react';

/** What a screen says of its method: the button beside its title and the lines below it. The frame provides it, the head shows it. */
export const PageGuide = createContext<{ readonly toggle: ReactNode; readonly text: ReactNode } | null>(null);
