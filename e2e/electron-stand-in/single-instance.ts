import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** What a second start tells the first one. */
export type Start = { readonly argv: readonly string[]; readonly folder: string };

/** The lock that one data folder's first start holds, with a socket through which later starts tell of themselves. */
export class SingleInstance {
  readonly #lock: string;
  readonly #socket: string;
  #server: Server | null = null;

  constructor(dataFolder: string) {
    this.#lock = path.join(dataFolder, 'stand-in.lock');
    this.#socket = path.join(dataFolder, 'stand-in.socket');
  }

  /** Whether this start is the first one; a lock whose holder was killed counts for nothing. */
  take(heard: (start: Start) => void): boolean {
    if (isAlive(this.#holder())) return false;
    writeFileSync(this.#lock, String(process.pid));
    rmSync(this.#socket, { force: true });
    this.#server = createServer(async (connection) => heard(JSON.parse(await text(connection))));
    this.#server.listen(this.#socket).unref();
    return true;
  }

  /** Tells the first start of this one; resolves when it was told. */
  tell(start: Start): Promise<void> {
    return new Promise((told) => {
      connect(this.#socket).end(JSON.stringify(start)).once('close', told).once('error', told);
    });
  }

  release(): void {
    if (this.#server === null) return;
    this.#server.close();
    rmSync(this.#lock, { force: true });
  }

  #holder(): number | null {
    try {
      return Number(readFileSync(this.#lock, 'utf8'));
    } catch {
      return null;
    }
  }
}

function isAlive(id: number | null): boolean {
  if (id === null || id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
