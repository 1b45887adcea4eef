/** How far a value point has come with an account, in this order: proven value was adopted, adopted value was sold. */
export const valueStates = ['needed', 'sold', 'adopted', 'proven'] as const;
export type ValueState = (typeof valueStates)[number];

/** What a value point is made of and what sells more of it. */
export const valuePartKinds = ['module', 'service', 'practice', 'offer'] as const;
export type ValuePartKind = (typeof valuePartKinds)[number];

/** Which way the metric moves when the value is there. */
export const proofDirections = ['increase', 'decrease'] as const;
export type ProofDirection = (typeof proofDirections)[number];

const splitters = new Map<string, Intl.Segmenter>();

/**
 * How many sentences a text has, told by the rules of its language: `e.g.` and 2.0 end none, a line break does. Text
 * without a letter or a digit is none.
 */
export function sentenceCount(text: string, language: string): number {
  let splitter = splitters.get(language);
  if (!splitter) {
    splitter = new Intl.Segmenter(language, { granularity: 'sentence' });
    splitters.set(language, splitter);
  }
  return [...splitter.segment(text)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length;
}
