import csFunctionMaturity from '../models/cs-function-maturity.json' with { type: 'json' };
import csOrganisationType from '../models/cs-organisation-type.json' with { type: 'json' };
import csReadiness from '../models/cs-readiness.json' with { type: 'json' };
import customerMaturity from '../models/customer-maturity.json' with { type: 'json' };
import productCsAlignment from '../models/product-cs-alignment.json' with { type: 'json' };
import productValueCollaboration from '../models/product-value-collaboration.json' with { type: 'json' };
import type { MaturityModel } from './model.ts';
import { readMaturityModel } from './model-reading.ts';

/** The models every book may assess with; a book keeps its own copy of each version it used. */
export const builtInModels: readonly MaturityModel[] = [
  customerMaturity,
  csFunctionMaturity,
  productValueCollaboration,
  productCsAlignment,
  csReadiness,
  csOrganisationType,
].map(builtIn);

function builtIn(source: unknown): MaturityModel {
  const { model, problems } = readMaturityModel(source);
  if (!model) throw new TypeError(`a built-in maturity model is damaged: ${JSON.stringify(problems)}`);
  return model;
}
