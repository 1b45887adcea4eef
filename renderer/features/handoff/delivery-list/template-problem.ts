import { readTemplate, type TemplateProblem } from '../../../../db/handoff/template.ts';
import type { TemplateDraft } from '../handoff-type.ts';

/** Where a problem of a delivery list stands: in the list itself, a section, a field, an option of it. */
export type ProblemPlace = {
  /** The path as the reading reports it. */
  readonly path: string;
  readonly code: TemplateProblem['code'];
  readonly section: number | null;
  readonly field: number | null;
};

/** What keeps the draft from being published, place by place. */
export function draftProblems(draft: TemplateDraft): ProblemPlace[] {
  return readTemplate({ ...draft, version: 1 }).problems.map(({ path, code }) => {
    const [, section, , field] = /^sections\.(\d+)(\.fields\.(\d+))?/.exec(path) ?? [];
    return { path, code, section: section ? Number(section) : null, field: field ? Number(field) : null };
  });
}
