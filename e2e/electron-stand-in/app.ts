import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { StandInEvent } from './event.ts';
import { SingleInstance } from './single-instance.ts';

type Manifest = { readonly name: string; readonly productName?: string; readonly version: string };
type Running = {
  readonly closeWindows: () => Promise<void>;
  readonly hasWindows: () => boolean;
  readonly end: () => Promise<void>;
};

class App extends EventEmitter {
  readonly isPackaged = false;
  /** The stand-in's own: windows that close now are no reason to quit anew. */
  isQuitting = false;
  readonly commandLine = new CommandLine();
  readonly #ready = Promise.withResolvers<object>();
  #isReady = false;
  #folder = process.cwd();
  #manifest: Manifest = { name: 'app', version: '0' };
  #instance: SingleInstance | null = null;
  #telling: Promise<void> = Promise.resolve();
  #running: Running | null = null;

  whenReady(): Promise<object> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getName(): string {
    return this.#manifest.productName ?? this.#manifest.name;
  }

  getVersion(): string {
    return this.#manifest.version;
  }

  getAppPath(): string {
    return this.#folder;
  }

  getLocale(): string {
    const { LC_ALL, LANG = 'en_US' } = process.env;
    const name = (LC_ALL ?? LANG).split('.')[0] ?? '';
    return name === 'C' || name === 'POSIX' ? 'en-US' : name.replace('_', '-');
  }

  getPath(name: string): string {
    const asked = process.argv.find((word) => word.startsWith('--user-data-dir='))?.split('=')[1];
    const folders: Readonly<Record<string, string>> = {
      userData: asked ?? path.join(homedir(), '.config', this.getName()),
      documents: path.join(homedir(), 'Documents'),
    };
    const folder = folders[name];
    if (folder === undefined) throw new Error(`app.getPath('${name}') is not in the stand-in`);
    if (name === 'userData') mkdirSync(folder, { recursive: true });
    return folder;
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() must be called before the app is ready');
  }

  requestSingleInstanceLock(): boolean {
    const instance = new SingleInstance(this.getPath('userData'));
    const isFirst = instance.take(({ argv, folder }) =>
      this.emit('second-instance', new StandInEvent(), argv, folder, null),
    );
    if (isFirst) this.#instance = instance;
    else this.#telling = instance.tell({ argv: process.argv, folder: process.cwd() });
    return isFirst;
  }

  quit(): void {
    const before = new StandInEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.isQuitting = true;
    void this.#closeWindowsAndQuit();
  }

  /** Pages are gone before anybody hears that the app will quit, as in Electron: none asks for anything after that. */
  async #closeWindowsAndQuit(): Promise<void> {
    await this.#running?.closeWindows();
    if (this.#running?.hasWindows()) {
      this.isQuitting = false; // a window would not close
      return;
    }
    const will = new StandInEvent();
    this.emit('will-quit', will);
    if (!will.defaultPrevented) void this.exit(0);
  }

  async exit(code: number): Promise<void> {
    this.emit('quit', new StandInEvent(), code);
    this.#instance?.release();
    await this.#telling;
    await this.#running?.end();
    process.exit(code);
  }

  /** The stand-in's own: what Electron knows before the main script runs. */
  be(folder: string, manifest: Manifest): void {
    this.#folder = folder;
    this.#manifest = manifest;
  }

  /** The stand-in's own: there is a browser, windows may be opened. */
  becomeReady(running: Running): void {
    this.#running = running;
    this.#isReady = true;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => this.quit());
    this.#ready.resolve({});
    this.emit('ready', {}, {});
  }
}

class CommandLine {
  readonly #switches = new Map<string, string>();

  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name, value);
  }

  /** As Chromium takes them; the debugging ports are the stand-in's own affair. */
  get words(): string[] {
    return [...this.#switches]
      .filter(([name]) => !/^(inspect|remote-debugging)/.test(name))
      .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
  }
}

export const app = new App();
