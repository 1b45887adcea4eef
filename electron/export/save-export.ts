import type { FileHandle } from 'node:fs/promises';
import { Failure, type FailureCode } from '../../db/failure.ts';
import { replaceFile } from '../replace-file.ts';

const codes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'file.disk-full',
  EDQUOT: 'file.disk-full',
  EFBIG: 'file.disk-full',
  EACCES: 'file.no-access',
  EROFS: 'file.no-access',
  EISDIR: 'file.no-access',
  ENOTDIR: 'file.no-access',
  ENOENT: 'file.not-found',
  // Windows refuses to replace a file that another program, often Excel, has open.
  EPERM: 'file.in-use',
  EBUSY: 'file.in-use',
};

/**
 * Writes a file for the user, whole or not at all: what stood there before stays when anything goes wrong.
 * @throws Failure file.disk-full, file.no-access, file.not-found, file.in-use, each with the path
 */
export async function saveExport(
  file: string,
  content: Uint8Array | ((handle: FileHandle) => Promise<void>),
): Promise<void> {
  try {
    await replaceFile(file, content);
  } catch (error) {
    throw writingFailure(error, file);
  }
}

/** Why a file of the user's could not be written, as a failure where it is one they can act on. */
export function writingFailure(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? codes[String(error.code)] : undefined;
  return code ? new Failure(code, { path: file }, { cause: error }) : error;
}
