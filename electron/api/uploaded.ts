import { readFile } from 'node:fs/promises';
import { Failure } from '../../db/failure.ts';
import type { Service } from '../service.ts';

/** A file the page handed over, whole. @throws Failure record.not-found */
export async function uploaded(service: Service, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const transfer = service.transfers.find(id);
  if (!transfer) throw new Failure('record.not-found', { noun: 'upload', id });
  return { name: transfer.name, bytes: await readFile(transfer.path) };
}
