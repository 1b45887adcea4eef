/**
 * What a scheme tells customers apart by: facts known before asking (size, industry), what they need, or what they are
 * worth to us.
 */
export const schemeKinds = ['a-priori', 'needs', 'value'] as const;
export type SchemeKind = (typeof schemeKinds)[number];

/** How a segment is served: mostly by people, by people at the moments that matter, or by the product and messages. */
export const touchModels = ['high', 'mid', 'tech'] as const;
export type TouchModel = (typeof touchModels)[number];

/** Who put an account where it is. Rules move what rules placed; what a person or a file placed only when told to. */
export const placers = ['hand', 'import', 'rule'] as const;
export type Placer = (typeof placers)[number];

/**
 * The six research notes of a segment: why customers don't buy; why they buy; what drew them; the need they most want met;
 * how they meet it today; why that way, how they decided, where it hurts.
 */
export const researchQuestions = ['why-not', 'why', 'attraction', 'need', 'today', 'decision'] as const;
export type ResearchQuestion = (typeof researchQuestions)[number];

/** What a list is cut to: of each scheme named, the accounts in one of these segments; null among them means in none. */
export type Slice = readonly {
  readonly schemeId: number;
  readonly segmentIds: readonly (number | null)[];
}[];

/** A scheme as a column, a sort or a group of a list. */
export type SegmentKey = `segment-${number}`;

export function segmentKey(schemeId: number): SegmentKey {
  return `segment-${schemeId}`;
}

/** The scheme such a key stands for, or null where it is the key of something else. */
export function schemeOf(key: string | null): number | null {
  const id = key?.match(/^segment-(\d+)$/)?.[1];
  return id === undefined ? null : Number(id);
}
