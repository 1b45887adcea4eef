import type { IsoDate } from '../types/calendar.ts';
import { type Check, qbrChecks } from './check.ts';
import type { Gap, ReadinessFacts } from './gap.ts';
import { type QbrSection, qbrSections, qbrTemplates } from './kind.ts';

/** Untouched: nothing is there yet. Gap: begun, with something missing or stale. */
export type SectionState = 'ready' | 'gap' | 'untouched';

export type Readiness = {
  /** 0–100, rounded down; 100 exactly when nothing is missing. */
  readonly score: number;
  /** What is missing or stale, in the order of the sections, each with what fixes it. */
  readonly gaps: readonly Gap[];
  /** Those among the gaps that make a review dishonest; see qbr/honesty-query.ts. */
  readonly honesty: readonly Gap[];
  readonly sections: Readonly<Record<QbrSection, SectionState>>;
};

/**
 * How ready a review is. Each check counts by its weight and by the part done of it. Checks of sections that the kind has not
 * or the CSM hid drop out, except those of honesty: earlier commitments all scored, one difficulty, one ask and one
 * commitment from each side (domain.md 5) cannot be hidden away.
 */
export function qbrReadiness(facts: ReadinessFacts, today: IsoDate): Readiness {
  const template = qbrTemplates[facts.kind].sections;
  const checks = qbrChecks(facts, today).filter(
    ({ section, isHonesty }) => template.includes(section) && (isHonesty || !facts.hidden.includes(section)),
  );
  const possible = checks.reduce((sum, { weight }) => sum + weight, 0);
  const reached = checks.reduce((sum, { weight, done }) => sum + weight * done, 0);
  const gaps = checks.flatMap((check) => check.gaps);
  const stateOf = (section: QbrSection) => sectionState(checks.filter((each) => each.section === section));
  return {
    // The epsilon takes back what adding thirds and sevenths loses; every gap costs far more than it.
    score: gaps.length === 0 ? 100 : Math.min(99, Math.floor((100 * reached) / possible + 1e-9)),
    gaps,
    honesty: checks.flatMap((check) => (check.isHonesty ? check.gaps : [])),
    sections: Object.fromEntries(qbrSections.map((section) => [section, stateOf(section)])) as Record<
      QbrSection,
      SectionState
    >,
  };
}

function sectionState(checks: readonly Check[]): SectionState {
  if (checks.every(({ gaps }) => gaps.length === 0)) return 'ready';
  return checks.some(({ isBegun }) => isBegun) ? 'gap' : 'untouched';
}
