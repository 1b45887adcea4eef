import { useMutation, useMutationState, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readMaturityModel } from '../../../db/domain/maturity-model-reading.ts';
import { type Part, type PartEdit, partAt, withPart } from '../../../db/domain/model-document.ts';
import { api } from '../../lib/api.ts';

/** A model being written, with the edits that are on their way into the book, and what is not right in it yet. */
export function useModelDraft(id: number) {
  const { data, error } = useQuery(api.maturityModel.draft.queryOptions({ id }));
  const pending = useMutationState({
    filters: { mutationKey: api.maturityModel.edit.mutationKey(), status: 'pending' },
    select: ({ state }) => state.variables as PartEdit & { readonly id: number },
  });
  const { mutate } = useMutation(api.maturityModel.edit.mutationOptions({ scope: { id: `model-${id}` } }));
  const document = useMemo<Part | undefined>(
    () =>
      data &&
      pending
        .filter((edit) => edit.id === id)
        .reduce<Part>(
          (shown, { path, value }) =>
            partAt(shown, path) === undefined ? shown : withPart(shown, path, value),
          data.document,
        ),
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
      mutate({ id, path, value: value as Parameters<typeof mutate>[0]['value'] }),
  };
}
