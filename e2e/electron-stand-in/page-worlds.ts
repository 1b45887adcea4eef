/**
 * The two scripts that run before a page's own. As in Electron the preload has a JavaScript world to itself; both worlds
 * share only the document, so what crosses does so as text in events. The functions are sent to Chromium as their source
 * and therefore use nothing from outside themselves.
 */

export const preloadWorld = 'Electron Isolated Context';
/** The function by which the preload's world speaks to the main process, and the one by which it is spoken to. */
export const upward = 'electronStandInUp';
export const downward = 'electronStandInDown';

/** In the page's own world: puts up copies of what the preload exposes. */
function receiveExposed(): void {
  const callbacks: ((...args: unknown[]) => unknown)[] = [];
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  let lastCall = 0;
  const tell = (name: string, detail: object) =>
    document.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(detail) }));
  const hear = <Detail>(name: string, listener: (detail: Detail) => void) =>
    document.addEventListener(name, (event) => listener(JSON.parse((event as CustomEvent<string>).detail)));

  const call = (owner: string, method: string, given: unknown[]) => {
    const id = ++lastCall;
    const result = Promise.withResolvers<unknown>();
    pending.set(id, result);
    const args = given.map((value) =>
      typeof value === 'function' ? { callback: callbacks.push(value as never) - 1 } : { value },
    );
    let returned: unknown = result.promise;
    const listen = (event: Event) => {
      const { call: of, stop } = JSON.parse((event as CustomEvent<string>).detail);
      if (of === id) returned = () => void call('', String(stop), []);
    };
    document.addEventListener('electron:returns-function', listen);
    tell('electron:call', { id, owner, method, args });
    document.removeEventListener('electron:returns-function', listen);
    return returned;
  };

  hear<{ id: number; value?: unknown; error?: string }>('electron:settle', ({ id, value, error }) => {
    if (error === undefined) pending.get(id)?.resolve(value);
    else pending.get(id)?.reject(new Error(error));
    pending.delete(id);
  });
  hear<{ callback: number; args: unknown[] }>('electron:callback', ({ callback, args }) =>
    callbacks[callback]?.(...args),
  );
  hear<{ name: string; methods: string[] }>('electron:expose', ({ name, methods }) => {
    const copies = methods.map(
      (method) => [method, (...args: unknown[]) => call(name, method, args)] as const,
    );
    Object.defineProperty(window, name, {
      value: Object.freeze(Object.fromEntries(copies)),
      enumerable: true,
    });
  });
}

type Bridge = { readonly up: string; readonly down: string; readonly platform: string };
type Modules = (name: string) => unknown;

/** In the preload's world: what `require('electron')` gives a sandboxed preload. Returns that `require`. */
function offerElectron({ up, down }: Bridge): Modules {
  type Listener = (event: object, ...args: unknown[]) => void;
  type Given = { value: unknown } | { callback: number };
  const listeners = new Map<string, Listener[]>();
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  const exposed = new Map<string, (...args: unknown[]) => unknown>();
  let lastQuestion = 0;
  const world = window as unknown as Record<string, (message: unknown) => void>;
  const tell = (name: string, detail: object) =>
    document.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(detail) }));

  world[down] = (message) => {
    const { answer, value, error, channel, args } = message as {
      answer?: number;
      value?: unknown;
      error?: string;
      channel: string;
      args: unknown[];
    };
    if (answer === undefined) for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    else if (error === undefined) pending.get(answer)?.resolve(value);
    else pending.get(answer)?.reject(new Error(error));
  };

  document.addEventListener('electron:call', async (event) => {
    const { id, owner, method, args } = JSON.parse((event as CustomEvent<string>).detail);
    const given = (args as Given[]).map((argument) =>
      'callback' in argument
        ? (...values: unknown[]) => tell('electron:callback', { callback: argument.callback, args: values })
        : argument.value,
    );
    try {
      const result = exposed.get(`${owner}.${method}`)?.(...given);
      if (typeof result === 'function') {
        const stop = `returned ${id}`;
        exposed.set(`.${stop}`, () => result());
        tell('electron:returns-function', { call: id, stop });
      } else tell('electron:settle', { id, value: await result });
    } catch (error) {
      tell('electron:settle', { id, error: error instanceof Error ? error.message : String(error) });
    }
  });

  const electron = {
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => {
        const question = ++lastQuestion;
        const answer = Promise.withResolvers<unknown>();
        pending.set(question, answer);
        world[up]?.(JSON.stringify({ question, channel, args: structuredClone(args) }));
        return answer.promise;
      },
      on: (channel: string, listener: Listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
    },
    contextBridge: {
      exposeInMainWorld: (name: string, api: Record<string, (...args: unknown[]) => unknown>) => {
        for (const [method, run] of Object.entries(api)) exposed.set(`${name}.${method}`, run);
        tell('electron:expose', { name, methods: Object.keys(api) });
      },
    },
  };
  return (name) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`); // a sandboxed preload has no others
  };
}

/** The script for the page's world; only the top frame gets what the preload exposes. */
export const pageScript = `if (window === window.top) (${receiveExposed})();`;

/** The script for the preload's world: the preload as CommonJS, which may load nothing but Electron. */
export function preloadScript(preload: string): string {
  const bridge: Bridge = { up: upward, down: downward, platform: process.platform };
  return `if (window === window.top) {
    const module = { exports: {} };
    (function (require, module, exports) { ${preload.replace(/^\/\/# sourceMappingURL.*$/m, '')}
    })((${offerElectron})(${JSON.stringify(bridge)}), module, module.exports);
  }`;
}
