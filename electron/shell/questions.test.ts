import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { type Answers, answerPage } from './questions.ts';

type Listener = (event: IpcMainInvokeEvent, ...given: unknown[]) => unknown;

const window = { id: 1 } as BrowserWindow;
const heard: unknown[][] = [];
const answers: Answers = {
  chooseBook: async () => '/books/a.tenure',
  chooseDestination: async (name) => `/books/${name}`,
  print: async (name) => `/books/${name}`,
  reveal: async (path) => void heard.push(['reveal', path]),
  notify: async (title, body) => void heard.push(['notify', title, body]),
  openLink: async (address) => address.startsWith('https:'),
};

/** Puts one question as a frame of the given address would, to a main process that answers as above. */
function ask(question: string, given: unknown[], frame: { url: string; parent?: object } | null = ours) {
  const listeners = new Map<string, Listener>();
  const ipc = { handle: (channel: string, listener: Listener) => void listeners.set(channel, listener) };
  answerPage(
    ipc,
    () => answers,
    () => window,
  );
  const senderFrame = frame && { parent: null, ...frame };
  return listeners.get(`desktop:${question}`)?.({ senderFrame } as IpcMainInvokeEvent, ...given);
}

const ours = { url: 'app://book/accounts' };

describe('a question from our page', () => {
  it('is answered', async () => {
    expect(await ask('chooseBook', [])).toBe('/books/a.tenure');
    expect(await ask('chooseDestination', ['b.xlsx'])).toBe('/books/b.xlsx');
    expect(await ask('openLink', ['file:///x'])).toBe(false);
    await ask('notify', ['Backed up', 'East China']);
    expect(heard.at(-1)).toEqual(['notify', 'Backed up', 'East China']);
  });

  it.each([
    ['chooseBook', ['unasked']],
    ['chooseDestination', []],
    ['chooseDestination', ['a'.repeat(256)]],
    ['reveal', ['relative/path']],
    ['reveal', [{ toString: '/x' }]],
    ['notify', ['title']],
    ['openLink', [null]],
  ])('is refused when it is not what was agreed: %s %j', (question, given) => {
    const before = heard.length;
    expect(() => ask(question, given)).toThrow();
    expect(heard.length).toBe(before);
  });
});

describe('a question from elsewhere', () => {
  it.each([
    ['a foreign page', { url: 'https://evil.example/' }],
    ['a page of our scheme with another host', { url: 'app://evil/' }],
    ['a file', { url: 'file:///app/index.html' }],
    ['a frame inside our page', { url: 'app://book/', parent: {} }],
    ['a frame that is gone', null],
  ])('is refused: %s', (_who, frame) => {
    expect(() => ask('chooseBook', [], frame)).toThrow('refused');
  });
});
