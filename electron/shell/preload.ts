import { contextBridge, ipcRenderer } from 'electron';
import { type Command, channel, commandChannel, type Desktop } from '../desktop.ts';

const listeners = new Set<(command: Command) => void>();
const waiting: Command[] = [];

// Listens from the first moment: a book double-clicked in the file manager is asked for before the page has any code.
ipcRenderer.on(commandChannel, (_event, command: Command) => {
  if (listeners.size === 0) waiting.push(command);
  for (const listener of listeners) listener(command);
});

const desktop: Desktop = {
  chooseBook: () => ipcRenderer.invoke(channel('chooseBook')),
  chooseDestination: (suggestedName) => ipcRenderer.invoke(channel('chooseDestination'), suggestedName),
  print: (suggestedName) => ipcRenderer.invoke(channel('print'), suggestedName),
  reveal: (path) => ipcRenderer.invoke(channel('reveal'), path),
  notify: (title, body) => ipcRenderer.invoke(channel('notify'), title, body),
  openLink: (address) => ipcRenderer.invoke(channel('openLink'), address),
  onCommand: (listener) => {
    listeners.add(listener);
    for (const command of waiting.splice(0)) listener(command);
    return () => void listeners.delete(listener);
  },
};

contextBridge.exposeInMainWorld('desktop', desktop);
