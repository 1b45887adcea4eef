/** Questions from pages: one handler for each channel, as in Electron. */
class IpcMain {
  readonly #handlers = new Map<string, (event: object, ...given: unknown[]) => unknown>();

  handle(channel: string, handler: (event: object, ...given: unknown[]) => unknown): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  /** The stand-in's own: what a page's `invoke` comes to. Values are copied on the way, as between processes. */
  async answer(event: object, channel: string, given: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler(event, ...given));
  }
}

export const ipcMain = new IpcMain();
