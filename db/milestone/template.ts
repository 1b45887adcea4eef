import journey from '../models/customer-journey.json' with { type: 'json' };
import type { Bilingual } from '../types/language.ts';
import type { MilestoneKind, MilestoneRule, TouchChannel } from './rule.ts';

/** A line of the journey that comes with the app; a book gets a copy in its own language, to be changed. */
export type JourneyLine = MilestoneRule & {
  readonly kind: MilestoneKind;
  readonly title: Bilingual;
  readonly channel: TouchChannel | null;
  readonly isFirstValue: boolean;
};

/** What a customer usually goes through, for books that have no template of their own yet. */
export const standardJourney = journey as {
  readonly name: Bilingual;
  readonly lines: readonly JourneyLine[];
};
