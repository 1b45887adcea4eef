/** Where an answer comes from, the most reliable first: what the customer said outweighs what somebody made of it. */
export const answerSources = ['customer', 'sales', 'crm', 'notes', 'assumption'] as const;
export type AnswerSource = (typeof answerSources)[number];
