import { create } from 'zustand';

/** A line to begin with, where it comes from, and the account it is about. */
export type CaptureDraft = {
  readonly line: string;
  readonly accountId: number | null;
  /** The record the line stands in, such as a note. */
  readonly source: { readonly noun: string; readonly id: number } | null;
};

/** What quick capture was opened with; null while it is closed. Any screen may open it. */
export const useCapture = create<{ draft: CaptureDraft | null }>(() => ({ draft: null }));

export function openCapture(draft: Partial<CaptureDraft> = {}): void {
  useCapture.setState({ draft: { line: '', accountId: null, source: null, ...draft } });
}

export function closeCapture(): void {
  useCapture.setState({ draft: null });
}
