import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';
import { ensureChromium } from '../../build/chromium.ts';

/** The protocol as Playwright types it: methods, what they take and return, and events. */
export type Session = Pick<CDPSession, 'send' | 'on'>;

type Waiting = { readonly done: (result: never) => void; readonly failed: (error: Error) => void };
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: object;
  readonly result?: never;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
};

/** Chromium, spoken to over its debugging pipe. When we die, killed even, the pipe breaks and Chromium ends with us. */
export class Chromium {
  readonly #process: ChildProcess;
  readonly #sessions = new Map<string, EventEmitter>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #address: Promise<string>;
  #lastId = 0;

  constructor(switches: readonly string[]) {
    this.#process = spawn(
      ensureChromium(),
      [
        '--headless=new',
        '--remote-debugging-pipe',
        '--remote-debugging-port=0',
        '--no-startup-window',
        ...switches,
      ],
      {
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
        // Where the system has not installed the language of a test, Chromium would know file names in ASCII only.
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      },
    );
    this.#address = this.#readAddress();
    void this.#readMessages();
  }

  /** Where a second client, Playwright, may connect; rejects when Chromium ended instead of starting. */
  get address(): Promise<string> {
    return this.#address;
  }

  /** The browser itself, or a page by the id that attaching to it gave. */
  session(id = ''): Session {
    const session =
      this.#sessions.get(id) ?? new PipeSession((method, parameters) => this.#send(method, parameters, id));
    this.#sessions.set(id, session);
    return session as unknown as Session; // an emitter's `on` takes any event; Playwright's types name them
  }

  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }

  #send(method: string, parameters: unknown, session: string): Promise<never> {
    const id = ++this.#lastId;
    const message = { id, method, params: parameters, ...(session && { sessionId: session }) };
    (this.#process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    return new Promise((done, failed) => this.#waiting.set(id, { done, failed }));
  }

  async #readAddress(): Promise<string> {
    const log = this.#process.stderr?.setEncoding('utf8') ?? Readable.from([]);
    let text = '';
    return new Promise((found, failed) => {
      log.on('data', (chunk: string) => {
        text += chunk;
        const address = /DevTools listening on (ws:\/\/\S+)/.exec(text)?.[1];
        if (address !== undefined) found(address);
      });
      this.#process.once('error', failed);
      this.#process.once('exit', () => failed(new Error(`Chromium ended at once:\n${text}`)));
    });
  }

  async #readMessages(): Promise<void> {
    let partial = '';
    for await (const chunk of (this.#process.stdio[4] as Readable).setEncoding('utf8')) {
      const messages = (partial + chunk).split('\0');
      partial = messages.pop() ?? '';
      for (const message of messages) this.#receive(JSON.parse(message));
    }
  }

  #receive({ id, method, params, result, error, sessionId = '' }: Message): void {
    if (method !== undefined) this.#sessions.get(sessionId)?.emit(method, params);
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.failed(new Error(error.message));
    else waiting?.done(result as never);
  }
}

class PipeSession extends EventEmitter {
  readonly send: CDPSession['send'];

  constructor(send: (method: string, parameters: unknown) => Promise<never>) {
    super();
    this.send = send;
  }
}
