import { useMutation, useMutationState, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Part, type PartEdit, partAt, withPart } from '../../../db/maturity/model-document.ts';
import { readMaturityModel } from '../../../db/maturity/model-reading.ts';
import { canReshape, type Reshaping, reshaped } from '../../../db/maturity/model-shape.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';

type ModelEdit = PartEdit | { readonly reshape: Reshaping };

/** A model being written, with the edits that are on their way into the book, and what is not right in it yet. */
export function useModelDraft(id: number) {
  const { data, error } = useQuery(api.maturityModel.draft.queryOptions({ id }));
  const pending = useMutationState({
    filters: { mutationKey: api.maturityModel.edit.mutationKey(), status: 'pending' },
    select: ({ state }) => state.variables as ModelEdit & { readonly id: number },
  });
  const { mutate } = useMutation(api.maturityModel.edit.mutationOptions({ scope: { id: `model-${id}` } }));
  const document = useMemo<Part | undefined>(
    () => data && pending.filter((edit) => edit.id === id).reduce<Part>(afterEdit, data.document),
    [data, pending, id],
  );
  const problems = useMemo(
    () => (document === undefined ? [] : readMaturityModel(document).problems),
    [document],
  );
  return {
    document,
    problems,
    error,
    isSaving: pending.length > 0,
    edit: (path: string, value: Part) =>
      mutate({
        id,
        path,
        value: value as Extract<Parameters<typeof mutate>[0], { value: unknown }>['value'],
      }),
    reshape: (reshape: Reshaping, stated: string) =>
      mutate({ id, reshape }, { onSuccess: () => notify({ text: stated, canUndo: true }) }),
  };
}

/** What is shown before the book has it. What does not fit any more is left to the book to refuse. */
function afterEdit(document: Part, edit: ModelEdit): Part {
  if ('reshape' in edit)
    return canReshape(document, edit.reshape) ? reshaped(document, edit.reshape) : document;
  return partAt(document, edit.path) === undefined ? document : withPart(document, edit.path, edit.value);
}
