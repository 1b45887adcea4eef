import { TRPCClientError } from '@trpc/client';
import type { TFunction } from 'i18next';
import type { FailureCode, FailureParameters } from '../../db/failure.ts';
import type { AppRouter } from '../../electron/api/router.ts';
import { actionText } from './action.ts';
import { dayOf } from './format.ts';
import { UploadRefused } from './upload.ts';

/** An error in the user's words: what happened, what was kept, what to do. */
export function failureText(error: unknown, t: TFunction): string {
  if (error instanceof UploadRefused) return t('failure.file.too-large', error.parameters);
  if (isApiError(error)) {
    if (error.data?.failure) return refusalText(error.data.failure, t);
    if (!error.data) return t('failure.connection');
  }
  return t('failure.fault');
}

/** Whether the service refused, as it may; anything else is a fault of ours, or the service is gone. */
export function isRefused(error: unknown): boolean {
  return error instanceof UploadRefused || (isApiError(error) && Boolean(error.data?.failure));
}

/** The book an error is about whose place a backup could take, or null. */
export function bookToRestore(error: unknown): string | null {
  const failure = isApiError(error) ? error.data?.failure : null;
  if (!failure || !['book.damaged', 'book.altered', 'book.empty'].includes(failure.code)) return null;
  return String(failure.parameters.path ?? '') || null;
}

/** Whether the book was closed or locked while a screen of it was still asking. */
export function isWithoutBook(error: unknown): boolean {
  return isApiError(error) && error.data?.failure?.code === 'book.none-open';
}

/** The encrypted book an error is about, and which of its backups asked for the passphrase, if one did; or null. */
export function bookToUnlock(error: unknown): { path: string; backup: string | null } | null {
  const failure = isApiError(error) ? error.data?.failure : null;
  if (failure?.code !== 'book.passphrase-needed') return null;
  const { book, path } = failure.parameters;
  return book === undefined
    ? { path: String(path), backup: null }
    : { path: String(book), backup: String(path) };
}

/** The book an error is about that may be opened as it is, or null. */
export function alteredBook(error: unknown): string | null {
  const failure = isApiError(error) ? error.data?.failure : null;
  return failure?.code === 'book.altered' && failure.parameters.book === undefined
    ? String(failure.parameters.path)
    : null;
}

/** A refusal that arrived as an answer, such as a job's; null is a fault of ours. */
export function refusalText(refusal: Refusal | null, t: TFunction): string {
  if (refusal?.code === 'change.conflict' && refusal.parameters.later)
    return t('change.overwritten', laterAction(refusal.parameters));
  return refusal ? t(`failure.${refusal.code}`, { ...refusal.parameters }) : t('failure.fault');
}

/** The later action that stands in the way, in words, and its day. */
function laterAction({ later, laterParameters, laterAt }: FailureParameters): { action: string; on: string } {
  const parameters = JSON.parse(String(laterParameters ?? '{}')) as Record<string, string | number>;
  return { action: actionText({ action: String(later), parameters }), on: dayOf(String(laterAt)) };
}

type Refusal = { readonly code: FailureCode; readonly parameters: FailureParameters };

function isApiError(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}
