import { EventEmitter } from 'node:events';

/** A dialog waits for the user; here a test puts the answer in its place first. */
const unanswered = (name: string) => async () => {
  throw new Error(`dialog.${name} was opened and no test answers it`);
};

export const dialog = {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`),
};

/** What leaves the app is noted instead of done: a test may read it, and must not open a browser. */
export const shell = {
  handedOver: [] as string[],
  openExternal: async (address: string) => void shell.handedOver.push(address),
  showItemInFolder: (file: string) => void shell.handedOver.push(file),
};

export class Notification {
  static readonly shown: object[] = [];
  readonly #content: object;

  constructor(content: object) {
    this.#content = content;
  }

  show(): void {
    Notification.shown.push(this.#content);
  }
}

export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  shouldUseDarkColors: false,
});
