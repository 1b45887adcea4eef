import { notifyManager, useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Quality } from '../../../db/handoff/score.ts';
import type { AnswerSource } from '../../../db/handoff/source.ts';
import { api } from '../../lib/api.ts';
import type { Handoff } from './handoff-type.ts';

/** A field's answer while it is worked on; empty texts are empty, not null. */
export type WorkedAnswer = {
  readonly answer: string;
  readonly quality: Quality | null;
  readonly evidence: string;
  readonly comment: string;
  readonly source: AnswerSource | null;
};
export type AnswerEdit = Partial<WorkedAnswer>;

const blank: WorkedAnswer = { answer: '', quality: null, evidence: '', comment: '', source: null };

/**
 * The answers as kept, with what is being typed on top, so that the score follows every key. `type` changes the screen,
 * `save` the book as well; what was typed stays on screen until the book has it.
 */
export function useAnswers(handoff: Handoff) {
  const [edits, setEdits] = useState<Readonly<Record<string, AnswerEdit>>>({});
  const { mutate } = useMutation(api.handoff.answer.mutationOptions());
  const kept = useMemo(() => keptAnswers(handoff), [handoff]);
  const answers = useMemo(() => withEdits(kept, edits), [kept, edits]);

  function type(field: string, edit: AnswerEdit): void {
    setEdits((all) => ({ ...all, [field]: { ...all[field], ...edit } }));
  }

  /** Forgets an edit of these parts, unless it was edited on since. */
  function forget(field: string, saved: AnswerEdit): void {
    setEdits((all) => {
      const left = Object.entries(all[field] ?? {}).filter(
        ([part, value]) => saved[part as keyof WorkedAnswer] !== value,
      );
      const others = Object.fromEntries(Object.entries(all).filter(([key]) => key !== field));
      return left.length === 0 ? others : { ...others, [field]: Object.fromEntries(left) };
    });
  }

  function save(field: string, edit: AnswerEdit): void {
    const before = kept[field] ?? blank;
    const changed = Object.entries(edit).some(
      ([part, value]) => before[part as keyof WorkedAnswer] !== value,
    );
    const typed = { ...edits[field], ...edit };
    if (!changed) {
      forget(field, typed);
      return;
    }
    type(field, edit);
    mutate({ id: handoff.id, field, ...edit }, { onSettled: () => onceShown(() => forget(field, typed)) });
  }

  return { answers, type, save };
}

/**
 * After the screen was told what the book has now. Forgotten a moment earlier, a typed answer would flicker to the old one,
 * and with it what stands on it: the quality picker would close for a moment and lose the key just pressed.
 */
function onceShown(then: () => void): void {
  notifyManager.schedule(then);
}

/** The answer of a field, blank when it has none. */
export function answerOf(answers: Readonly<Record<string, WorkedAnswer>>, field: string): WorkedAnswer {
  return answers[field] ?? blank;
}

function keptAnswers(handoff: Handoff): Record<string, WorkedAnswer> {
  return Object.fromEntries(
    Object.entries(handoff.answers).map(([field, { answer, quality, evidence, comment, source }]) => [
      field,
      { answer, quality, evidence: evidence ?? '', comment: comment ?? '', source },
    ]),
  );
}

function withEdits(
  kept: Readonly<Record<string, WorkedAnswer>>,
  edits: Readonly<Record<string, AnswerEdit>>,
): Readonly<Record<string, WorkedAnswer>> {
  const edited = Object.entries(edits).map(([field, edit]) => [
    field,
    { ...(kept[field] ?? blank), ...edit },
  ]);
  return { ...kept, ...Object.fromEntries(edited) };
}
