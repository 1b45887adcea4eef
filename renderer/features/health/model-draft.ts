import type { HealthModel } from '../../../db/health/model.ts';
import type { HealthTemplateKey } from '../../../db/health/templates.ts';

/** What is being edited: the next version of a model, or a new one from a template. */
export type ModelDraft = {
  readonly id: number | null;
  readonly model: HealthModel;
  readonly segmentIds: readonly number[];
  readonly template: HealthTemplateKey | null;
};
