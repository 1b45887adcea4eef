import type { CommitmentSide, CommitmentStatus } from '../commitment/rule.ts';
import type { StakeholdersShown } from '../contact/stakeholder.ts';
import type { GoalDirection, GoalTerm } from '../goal/rule.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Period } from '../types/period.ts';
import type { ClaimTerms, ContractPrice } from '../value/proof.ts';
import type {
  AskShown,
  AttendeeShown,
  InsideShown,
  PlanLineShown,
  QbrContent,
  ReadingShown,
  SectionShown,
  SuccessShown,
} from './content.ts';
import type { FigureFacts, FigureSection, InsideFigureSection } from './figure.ts';
import type { QbrKind } from './kind.ts';
import type { FiscalStart } from './period.ts';

export type GoalFacts = {
  readonly id: number;
  readonly metric: string;
  readonly unit: string;
  readonly term: GoalTerm;
  readonly direction: GoalDirection;
  readonly valuePoint: { readonly id: number; readonly name: string } | null;
  readonly baseline: number | null;
  readonly baselineOn: IsoDate | null;
  readonly target: number | null;
  readonly dueOn: IsoDate | null;
  readonly owner: string | null;
  readonly definedBy: string | null;
  readonly confirmedOn: IsoDate | null;
  readonly redefinedOn: IsoDate | null;
  readonly note: string | null;
  readonly closedOn: IsoDate | null;
  /** In the order they were recorded. */
  readonly readings: readonly ReadingShown[];
};

export type ClaimFacts = ClaimTerms & {
  readonly id: number;
  readonly outcome: string;
  readonly valuePoint: { readonly id: number; readonly name: string } | null;
  readonly promised: string | null;
  readonly signedBy: string | null;
  readonly quote: string | null;
  readonly note: string | null;
};

export type CommitmentFacts = {
  readonly id: number;
  readonly text: string;
  readonly side: CommitmentSide;
  readonly promisedBy: string | null;
  readonly promisedTo: string | null;
  readonly dueOn: IsoDate | null;
  readonly status: CommitmentStatus;
  readonly scoredOn: IsoDate | null;
  readonly comment: string | null;
};

/** What the book knows for a review (db/qbr/facts-query.ts gathers it). */
export type QbrFacts = {
  readonly account: { readonly name: string };
  readonly fiscalStart: FiscalStart;
  readonly review: {
    readonly kind: QbrKind;
    readonly period: Period;
    readonly meetingOn: IsoDate | null;
    readonly minutes: number;
    readonly place: string | null;
  };
  /** As the CSM ordered, hid and annotated them. */
  readonly sections: readonly (SectionShown & { readonly hidden: boolean })[];
  readonly success: SuccessShown | null;
  readonly goals: readonly GoalFacts[];
  readonly claims: readonly ClaimFacts[];
  readonly contracts: readonly ContractPrice[];
  /** Made before this review, by either side. */
  readonly commitments: readonly CommitmentFacts[];
  /** Made in this review. */
  readonly newCommitments: readonly CommitmentFacts[];
  /** In force on the last day of the figures, and before the period. */
  readonly maturity: QbrContent['maturity'];
  readonly difficulties: QbrContent['difficulties'];
  readonly plan: readonly PlanLineShown[];
  readonly asks: readonly AskShown[];
  readonly attendees: readonly (AttendeeShown & { readonly contactId: number | null })[];
  readonly agenda: QbrContent['agenda'];
  readonly figures: readonly (FigureFacts & { readonly section: FigureSection })[];
  readonly insideFigures: readonly (FigureFacts & { readonly section: InsideFigureSection })[];
  /** Done in the period, or due by its figures' day and not done. */
  readonly tasks: InsideShown['tasks'];
  readonly stakeholders: StakeholdersShown;
  readonly expansion: InsideShown['expansion'];
  readonly sponsors: readonly { readonly id: number; readonly name: string }[];
  /** The frozen review before this one: the day of its meeting, and what it showed. */
  readonly previous: { readonly heldOn: IsoDate; readonly content: QbrContent | null } | null;
};
