import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** A file on its way between the page and the service. */
type Transfer = { readonly path: string; readonly name: string; readonly mediaType: string };

/** What a page says of a file before it hands it over. */
type Upload = {
  readonly name: string;
  readonly mediaType: string;
  /** Its length as the page declares it; null when it doesn't. */
  readonly bytes: number | null;
  readonly limitBytes: number;
};

/** Files the page has handed over or may fetch, in a folder of this run's: what a killed program leaves there goes at the next start. */
export class Transfers {
  readonly #files = new Map<string, Transfer>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Takes an upload in; the id is what API calls name it by. Null when it is too large: one that says so beforehand is not
   * read at all, one that says less than it is only up to the limit.
   */
  async receive(upload: Upload, body: ReadableStream<Uint8Array>): Promise<string | null> {
    if (upload.bytes !== null && upload.bytes > upload.limitBytes) return null;
    const { id, path: file } = await this.place(upload.name, upload.mediaType);
    let bytes = 0;
    const counted = Readable.fromWeb(body).map((chunk: Uint8Array) => {
      bytes += chunk.byteLength;
      if (bytes > upload.limitBytes) throw new RangeError('upload too large');
      return chunk;
    });
    try {
      await pipeline(counted, createWriteStream(file));
      return id;
    } catch (error) {
      this.#files.delete(id);
      await rm(file, { force: true });
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  /** A place for a file about to be written, to be fetched under this name. */
  async place(name: string, mediaType = 'application/octet-stream'): Promise<{ id: string; path: string }> {
    const id = randomUUID();
    const folder = path.join(this.#folder, id);
    await mkdir(folder);
    const transfer = {
      path: path.join(folder, `file${path.extname(name)}`),
      name: path.basename(name),
      mediaType,
    };
    this.#files.set(id, transfer);
    return { id, path: transfer.path };
  }

  find(id: string): Transfer | null {
    return this.#files.get(id) ?? null;
  }

  /** Lets a file go that has been taken over. */
  async discard(id: string): Promise<void> {
    const transfer = this.#files.get(id);
    this.#files.delete(id);
    if (transfer) await rm(path.dirname(transfer.path), { recursive: true, force: true });
  }

  /** The file as a download, or null when there is none by that id. */
  async respond(id: string): Promise<Response | null> {
    const transfer = this.find(id);
    if (!transfer) return null;
    const { size } = await stat(transfer.path);
    return new Response(Readable.toWeb(createReadStream(transfer.path)) as unknown as BodyInit, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(size),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(transfer.name)}`,
      },
    });
  }
}
