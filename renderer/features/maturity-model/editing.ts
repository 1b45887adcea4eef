import type { ModelProblem } from '../../../db/maturity/model-contradictions.ts';
import type { Part } from '../../../db/maturity/model-document.ts';
import type { Reshaping } from '../../../db/maturity/model-shape.ts';

/** A model being written, as each of its fields needs it. */
export type Editing = {
  readonly document: Part;
  readonly problems: readonly ModelProblem[];
  readonly edit: (path: string, value: Part) => void;
  /** Changes the scale or the scoring, and says what was done. */
  readonly reshape: (change: Reshaping, stated: string) => void;
  /** Shows another section, after the one on screen moved or went. */
  readonly go: (path: string) => void;
};
