import { useMutation, useMutationState, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../lib/api.ts';
import { answered } from './answered.ts';
import type { AnswerChange, ShownAssessment } from './assessment-type.ts';

type Asked = { readonly id: number; readonly indicator: string; readonly change: AnswerChange };

/** An assessment with the answers that are on their way into the book, and how to give one. */
export function useAssessment(id: number, against?: number | undefined) {
  const { data, error } = useQuery(
    api.assessment.get.queryOptions(against === undefined ? { id } : { id, against }),
  );
  const pending = useMutationState({
    filters: { mutationKey: api.assessment.answer.mutationKey(), status: 'pending' },
    select: ({ state }) => state.variables as Asked,
  });
  // Two answers given in haste are saved in the order they were given.
  const { mutate } = useMutation(
    api.assessment.answer.mutationOptions({ scope: { id: `assessment-${id}` } }),
  );
  const assessment = useMemo<ShownAssessment | undefined>(
    () =>
      data &&
      pending
        .filter((asked) => asked.id === id)
        .reduce((shown, { indicator, change }) => answered(shown, indicator, change), data),
    [data, pending, id],
  );
  return {
    assessment,
    error,
    isSaving: pending.length > 0,
    answer: (indicator: string, change: AnswerChange) => mutate({ id, indicator, change }),
  };
}
