import { type Facts, type ImportRules, nameIdentity } from './plan.ts';
import { identities, missing } from './rules.ts';

/** One superior each; two who know each other are the same pair whoever is named first. */
export const relationRules: ImportRules = {
  key: () => null,
  identities: ({ contact_id, other_id, kind }) =>
    kind === 'reports-to'
      ? identities(['superior', contact_id])
      : identities(['knows', ...inOrder(Number(contact_id), Number(other_id))]),
  finish(facts) {
    if (facts.kind !== 'knows') return facts;
    const [contact_id, other_id] = inOrder(Number(facts.contact_id), Number(facts.other_id));
    return { ...facts, contact_id, other_id };
  },
  refusal: (facts) =>
    missing(facts, 'contact_id', 'other_id', 'kind') ??
    (facts.contact_id === facts.other_id ? { reason: 'with-oneself', column: 'other_id' } : null),
};

/** The smaller id first, as they will be: rows yet to be written (−1, −2, …) get theirs in this order, after all others. */
function inOrder(one: number, other: number): [number, number] {
  const place = (id: number) => (id < 0 ? Number.MAX_SAFE_INTEGER / 2 - id : id);
  return place(one) <= place(other) ? [one, other] : [other, one];
}

/** One change a day and contract. */
export const priceRules: ImportRules = {
  key: () => null,
  identities: ({ contract_id, from_on }) => identities(['from', contract_id, from_on]),
  finish: (facts) => facts,
  refusal: (facts) => missing(facts, 'contract_id', 'from_on', 'amount_minor'),
};

/** By account, words and due day. A repetition needs all of its parts, and a day to begin with. */
export const taskRules: ImportRules = {
  key: () => null,
  identities: ({ account_id, title, due_on }) =>
    identities(['task', account_id ?? 0, nameIdentity(title), due_on ?? '']),
  finish: (facts) => ({ ...facts, ...repetition(facts) }),
  refusal: (facts) => missing(facts, 'title'),
};

function repetition({ repeat_unit, repeat_every, repeat_from_on, due_on }: Facts): Facts {
  if (repeat_unit === undefined && repeat_every === undefined && repeat_from_on === undefined) return {};
  return repeat_unit != null && repeat_every != null && due_on != null
    ? { repeat_from_on: repeat_from_on ?? due_on }
    : { repeat_unit: null, repeat_every: null, repeat_from_on: null };
}

/** By account, metric and due day. */
export const goalRules: ImportRules = {
  key: () => null,
  identities: ({ account_id, metric, due_on }) =>
    identities(['goal', account_id, nameIdentity(metric), due_on ?? '']),
  finish: (facts) => ({ ...facts, unit: facts.unit ?? '', term: facts.term ?? 'short' }),
  refusal: (facts) => missing(facts, 'metric', 'direction'),
};

/** A goal may be read more than once a day, by different sources. */
export const readingRules: ImportRules = {
  key: () => null,
  identities: ({ goal_id, read_on, source }) => identities(['read', goal_id, read_on, source ?? '']),
  finish: (facts) => facts,
  refusal: (facts) => missing(facts, 'goal_id', 'read_on', 'value'),
};
