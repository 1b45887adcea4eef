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
