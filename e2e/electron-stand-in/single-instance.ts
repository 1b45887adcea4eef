import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
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
    const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
    this.#socket = path.join(tmpdir(), `electron-stand-in-${name}`); // the path of a socket may be only 107 bytes long
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
    return new Promise((reported) => {
      connect(this.#socket).end(JSON.stringify(start)).once('close', reported).once('error', reported);
    });
  }

  release(): void {
    if (this.#server === null) return;
    this.#server.close();
    for (const file of [this.#lock, this.#socket]) rmSync(file, { force: true });
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
