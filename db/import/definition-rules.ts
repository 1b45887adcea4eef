import { type ImportRules, nameIdentity } from './plan.ts';
import { identities, missing } from './rules.ts';

/** By name. A field keeps its kind, since its values were written by it. */
export const customFieldRules: ImportRules = {
  key: () => null,
  identities: ({ name }) => identities(['name', nameIdentity(name)]),
  finish: (facts) => ({ ...facts, is_retired: facts.is_retired ?? 0 }),
  refusal: (facts, known) =>
    missing(facts, 'name', 'kind') ??
    (known && known.kind !== facts.kind ? { reason: 'other-kind', column: 'kind' } : null),
};

/** Within its field by name. */
export const customChoiceRules: ImportRules = {
  key: () => null,
  identities: ({ field_id, name }) => identities(['name', field_id, nameIdentity(name)]),
  finish: (facts) => ({ ...facts, is_retired: facts.is_retired ?? 0 }),
  refusal: (facts) => missing(facts, 'field_id', 'name'),
};

export const schemeRules: ImportRules = {
  key: () => null,
  identities: ({ name }) => identities(['name', nameIdentity(name)]),
  finish: (facts) => facts,
  refusal: (facts) => missing(facts, 'name', 'kind'),
};

/** Within its scheme by name. */
export const segmentRules: ImportRules = {
  key: () => null,
  identities: ({ scheme_id, name }) => identities(['name', scheme_id, nameIdentity(name)]),
  finish: (facts) => ({ ...facts, is_validated: facts.is_validated ?? 0 }),
  refusal: (facts) => missing(facts, 'scheme_id', 'name'),
};

export const valuePointRules: ImportRules = {
  key: () => null,
  identities: ({ name }) => identities(['name', nameIdentity(name)]),
  finish: (facts) => facts,
  refusal: (facts) => missing(facts, 'name'),
};
