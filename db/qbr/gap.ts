import type { IsoDate } from '../types/calendar.ts';
import type { FigureGap } from './figure.ts';
import type { QbrKind, QbrSection } from './kind.ts';

/** Something the readiness speaks about, so that the words can name it and the button can open it. */
export type Subject = { readonly id: number; readonly name: string };

/** What the rules need to know of a review being prepared. */
export type ReadinessFacts = {
  readonly kind: QbrKind;
  /** The day the goals' figures stand for; readings are fresh or stale as of then. */
  readonly asOf: IsoDate;
  /** Sections the CSM hid. What makes a review honest is asked for all the same. */
  readonly hidden: readonly QbrSection[];
  readonly meetingOn: IsoDate | null;
  readonly minutes: number;
  readonly agendaMinutes: number;
  /** When the customer last confirmed its definition of success; null if never; the whole is null where none is written down. */
  readonly success: { readonly confirmedOn: IsoDate | null } | null;
  readonly goals: readonly (Subject & {
    readonly reading: { readonly on: IsoDate; readonly sourced: boolean } | null;
  })[];
  /** The value points the customer bought, and whether a claim proves each. */
  readonly valuePoints: readonly (Subject & { readonly proven: boolean })[];
  readonly claims: readonly (Subject & { readonly sourced: boolean })[];
  /** What was promised before this review, by either side, and is due by now. */
  readonly commitments: readonly { readonly scored: boolean }[];
  readonly maturityAssessedOn: IsoDate | null;
  readonly difficulties: number;
  readonly asks: { readonly us: number; readonly customer: number };
  readonly newCommitments: { readonly us: number; readonly customer: number };
  readonly plan: readonly { readonly complete: boolean }[];
  readonly sponsors: readonly (Subject & { readonly invited: boolean })[];
  /** The lines written of usage, health, support, risks and feedback. */
  readonly figures: readonly (Subject & {
    readonly section: QbrSection;
    readonly gap: FigureGap | null;
    /** How old it is; 0 where nobody knows. */
    readonly days: number;
  })[];
  readonly soWhat: boolean;
};

/** What fixes a gap: the form or place the button beside it opens. */
export type Fix =
  | 'write-success'
  | 'confirm-success'
  | 'add-goal'
  | 'add-reading'
  | 'source-reading'
  | 'add-claim'
  | 'source-claim'
  | 'write-so-what'
  | 'add-figure'
  | 'complete-figure'
  | 'score-commitments'
  | 'assess-maturity'
  | 'add-difficulty'
  | 'add-plan'
  | 'complete-plan'
  | 'add-ask'
  | 'add-commitment'
  | 'set-date'
  | 'add-sponsor'
  | 'invite-sponsor'
  | 'fit-agenda';

export type GapKey =
  | 'success-missing'
  | 'success-unconfirmed'
  | 'goals-missing'
  | 'reading-missing'
  | 'reading-stale'
  | 'reading-unsourced'
  | 'claims-missing'
  | 'value-point-unproven'
  | 'claim-unsourced'
  | 'so-what-missing'
  | 'usage-missing'
  | 'support-missing'
  | 'figure-untold'
  | 'figure-unsourced'
  | 'figure-stale'
  | 'commitments-unscored'
  | 'assessment-missing'
  | 'assessment-stale'
  | 'difficulty-missing'
  | 'plan-missing'
  | 'plan-incomplete'
  | 'ask-missing-us'
  | 'ask-missing-customer'
  | 'commitment-missing-us'
  | 'commitment-missing-customer'
  | 'date-missing'
  | 'sponsor-unknown'
  | 'sponsor-not-invited'
  | 'agenda-misfit';

export type Gap = {
  readonly key: GapKey;
  readonly section: QbrSection;
  readonly fix: Fix;
  /** Which goal, claim, value point or person; null where the gap is about the review as a whole. */
  readonly subject: Subject | null;
  /** How many there are (commitments, plan lines), how many days old (readings, assessments), how many minutes off (agenda); 0 where nothing is counted. */
  readonly count: number;
};
