import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { HandoffKind } from '../../../../db/handoff/template.ts';
import { api } from '../../../lib/api.ts';
import type { TemplateDraft } from '../handoff-type.ts';

/**
 * The delivery list of a kind as it is being edited: the draft in the book, or the newest version while nobody changed it.
 * `change` keeps each edit at once; edits made before the book answered build on each other.
 */
export function useTemplateDraft(kind: HandoffKind) {
  const { data } = useQuery(api.handoff.template.get.queryOptions({ kind }));
  const { mutate } = useMutation(api.handoff.template.saveDraft.mutationOptions());
  const [unsaved, setUnsaved] = useState<TemplateDraft | null>(null);
  const newest = data?.versions[0]?.template;
  const kept: TemplateDraft | null = data?.draft ?? (newest ? draftOf(newest) : null);
  const draft = unsaved ?? kept;
  const latest = useRef(draft);
  latest.current = draft;

  function change(edit: (draft: TemplateDraft) => TemplateDraft): void {
    if (!latest.current) return;
    const next = edit(latest.current);
    latest.current = next;
    setUnsaved(next);
    mutate(next, { onSettled: () => setUnsaved((shown) => (shown === next ? null : shown)) });
  }

  return { draft, versions: data?.versions ?? [], isDraft: data?.draft != null || unsaved !== null, change };
}

/** What of a version is edited; its number is given when the edit is published. */
export function draftOf({ kind, name, sections }: TemplateDraft): TemplateDraft {
  return { kind, name, sections };
}
