import { useMutation, useMutationState, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../lib/api.ts';
import { answered, asRespondent } from './answered.ts';
import type { AnswerChange, ResponseChange, ShownAssessment } from './assessment-type.ts';

type Asked = {
  readonly id: number;
  readonly respondent?: number;
  readonly indicator: string;
  readonly change: AnswerChange;
};

/** An assessment with the answers that are on their way into the book, and how to give one. */
export function useAssessment(id: number, against?: number | undefined) {
  const { data, error } = useQuery(
    api.assessment.get.queryOptions(against === undefined ? { id } : { id, against }),
  );
  const pending = usePending(api.assessment.answer.mutationKey());
  // Two answers given in haste are saved in the order they were given.
  const { mutate } = useMutation(
    api.assessment.answer.mutationOptions({ scope: { id: `assessment-${id}` } }),
  );
  const assessment = useMemo<ShownAssessment | undefined>(
    () =>
      data &&
      withPending(
        data,
        pending.filter((asked) => asked.id === id),
      ),
    [data, pending, id],
  );
  return {
    assessment,
    error,
    isSaving: pending.length > 0,
    answer: (indicator: string, change: AnswerChange) => mutate({ id, indicator, change }),
  };
}

/** The same as one of several respondents sees it, who answers apart from the others. */
export function useRespondent(id: number, respondent: number) {
  const { data, error } = useQuery(api.assessment.get.queryOptions({ id }));
  const pending = usePending(api.assessment.respondent.answer.mutationKey());
  const { mutate } = useMutation(
    api.assessment.respondent.answer.mutationOptions({ scope: { id: `assessment-${id}` } }),
  );
  const assessment = useMemo<ShownAssessment | undefined>(
    () =>
      data &&
      withPending(
        asRespondent(data, respondent),
        pending.filter((asked) => asked.id === id && asked.respondent === respondent),
      ),
    [data, pending, id, respondent],
  );
  return {
    assessment,
    respondent: data?.respondents.find((each) => each.id === respondent),
    error,
    isSaving: pending.length > 0,
    answer: (indicator: string, change: ResponseChange) => mutate({ id, respondent, indicator, change }),
  };
}

function usePending(mutationKey: readonly unknown[]): readonly Asked[] {
  return useMutationState({
    filters: { mutationKey: [...mutationKey], status: 'pending' },
    select: ({ state }) => state.variables as Asked,
  });
}

function withPending(assessment: ShownAssessment, pending: readonly Asked[]): ShownAssessment {
  return pending.reduce((shown, { indicator, change }) => answered(shown, indicator, change), assessment);
}
