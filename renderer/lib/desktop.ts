import type { Desktop } from '../../electron/desktop.ts';
import { askForFile } from './file-question.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; a browser has none. */
    readonly desktop?: Desktop;
  }
}

/** What a browser can do of it: the page asks for files itself, the rest goes through the browser's own means. */
const browserDesktop: Desktop = {
  chooseBook: () => askForFile({ purpose: 'open', suggestedName: '' }),
  chooseDestination: (suggestedName) => askForFile({ purpose: 'save', suggestedName }),
  print: () => {
    window.print();
    return Promise.resolve(null);
  },
  reveal: () => Promise.resolve(),
  notify: async (title, body) => {
    if (!('Notification' in window) || (await Notification.requestPermission()) !== 'granted') return;
    new Notification(title, { body });
  },
  openLink: (address) => {
    const isAllowed = /^(https|mailto):/i.test(address);
    if (isAllowed) window.open(address, '_blank', 'noopener,noreferrer');
    return Promise.resolve(isAllowed);
  },
  onCommand: () => () => undefined,
};

export const desktop: Desktop = window.desktop ?? browserDesktop;

/** Whether a file can be shown in the system's file manager. */
export const canReveal = window.desktop !== undefined;
