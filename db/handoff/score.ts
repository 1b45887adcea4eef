import type { MissingText } from '../types/placeholder.ts';
import { type Answer, missingAnswer } from './answer.ts';
import type { AnswerSource } from './source.ts';
import { type FieldNeed, fieldsOf, type HandoffField, type HandoffTemplate } from './template.ts';

/** How good an answer is: 0 missing, 1 vague, 2 usable, 3 complete. */
export const qualities = [0, 1, 2, 3] as const;
export type Quality = (typeof qualities)[number];
export const complete: Quality = 3;
export const usable: Quality = 2;

/** What a field weighs by how much it is needed, unless its list says otherwise. */
export const needWeights: Readonly<Record<FieldNeed, number>> = { required: 3, recommended: 2, optional: 1 };

export function weightOf({ weight, need }: Pick<HandoffField, 'weight' | 'need'>): number {
  return weight ?? needWeights[need];
}

/** A field's answer as judged; quality null means nobody has judged it yet. */
export type JudgedAnswer = {
  readonly answer: Answer;
  readonly quality: Quality | null;
  readonly source?: AnswerSource | null;
};
export type JudgedAnswers = Readonly<Record<string, JudgedAnswer>>;

export type FieldScore = {
  readonly field: HandoffField;
  readonly section: string;
  /** The quality that counts: 0 whenever the answer is missing, the proposed one while nobody has judged. */
  readonly quality: Quality;
  readonly judged: boolean;
  /** Why it counts as missing; `judged` when there is a text but the CSM gave it 0. */
  readonly missing: MissingText | 'judged' | null;
};

/** Points earned of points possible, and their ratio as 0–100. */
export type Tally = { readonly earned: number; readonly possible: number; readonly score: number };
export type SectionScore = Tally & { readonly section: string };
export type HandoffScore = Tally & {
  readonly sections: readonly SectionScore[];
  readonly fields: readonly FieldScore[];
};

/** Σ weight×quality / Σ weight×3 over all fields, whole and per section. Answers to unknown fields are ignored. */
export function scoreHandoff(template: HandoffTemplate, answers: JudgedAnswers): HandoffScore {
  const sections = template.sections.map((section) => {
    const fields = section.fields.map((field) => scoreField(field, section.key, answers[field.key]));
    return { section: section.key, fields, ...tally(fields) };
  });
  const fields = sections.flatMap((section) => section.fields);
  return {
    ...tally(fields),
    sections: sections.map(({ section, earned, possible, score }) => ({ section, earned, possible, score })),
    fields,
  };
}

/** Rounded down, so that what is shown as 85 is 85 and no 84.9 looks accepted. */
export function tally(fields: readonly FieldScore[]): Tally {
  let earned = 0;
  let possible = 0;
  for (const { field, quality } of fields) {
    earned += weightOf(field) * quality;
    possible += weightOf(field) * complete;
  }
  return { earned, possible, score: possible === 0 ? 0 : Math.floor((100 * earned) / possible) };
}

/** Keys of the fields that have an answer nobody judged yet. */
export function unjudgedFields(score: HandoffScore): string[] {
  return score.fields.filter((each) => !each.judged && each.missing === null).map(({ field }) => field.key);
}

/** All fields of the template that hold no answer, for a progress figure: answered of all. */
export function answeredCount(template: HandoffTemplate, answers: JudgedAnswers): number {
  return fieldsOf(template).filter((field) => missingAnswer(field, answers[field.key]?.answer ?? '') === null)
    .length;
}

function scoreField(field: HandoffField, section: string, judged: JudgedAnswer | undefined): FieldScore {
  const given = judged?.answer ?? '';
  const chosen = judged?.quality ?? null;
  const missing = missingAnswer(field, given);
  if (missing !== null) return { field, section, quality: 0, judged: chosen !== null, missing };
  const proposed = proposedQuality(field, given);
  // What somebody only assumes says little until somebody stands behind it, however exact it looks.
  const quality = chosen ?? (judged?.source === 'assumption' && proposed > 1 ? 1 : proposed);
  return { field, section, quality, judged: chosen !== null, missing: quality === 0 ? 'judged' : null };
}

/** Fewer words than this in a field that asks for prose say too little to act on. */
const vagueUnder = 4;

/**
 * What an answer is worth at first sight, until a person judges it: a value of a fixed form is complete, prose of a
 * few words is vague, a name without a way to reach the person is vague. Never `complete` for free text: whether that
 * says everything, only a reader can tell.
 */
export function proposedQuality(field: HandoffField, given: Answer): Quality {
  if (missingAnswer(field, given) !== null) return 0;
  switch (field.type) {
    case 'number':
    case 'money':
    case 'date':
    case 'choice':
    case 'file':
    case 'link':
      return complete;
    case 'person':
      return /[@\d]/.test(given) || /[,\s;、(]\s*\S/.test(given.normalize('NFKC')) ? usable : 1;
    case 'text':
      return field.lines > 1 && wordCount(given) < vagueUnder ? 1 : usable;
  }
}

/** Words as a reader counts them: two Chinese characters make about one word. */
function wordCount(text: string): number {
  const ideographs = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.replace(/\p{Script=Han}+/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return others + Math.floor(ideographs / 2);
}
