import type { CommitmentSide, CommitmentStatus } from '../commitment/rule.ts';
import type { StakeholdersShown } from '../contact/stakeholder.ts';
import type { Attainment, GoalDirection, GoalStatus, GoalTerm, Trend } from '../goal/rule.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Bilingual } from '../types/language.ts';
import type { Period } from '../types/period.ts';
import type { ClaimInput, ValueProof, Worth } from '../value/proof.ts';
import type { FigureSection, FigureShown, InsideFigureSection } from './figure.ts';
import type { QbrKind, QbrSection } from './kind.ts';
import type { FiscalQuarter } from './period.ts';

/**
 * Everything a review shows, computed and complete: the screen, the workbook and the frozen copy are made from it and look
 * nowhere else. Parts the customer must not see are optional, as its version comes without them (qbr-fields.ts).
 */
export type QbrContent = {
  /** The layout of this document; a frozen copy keeps the one it was written in. */
  readonly format: 1;
  readonly account: { readonly name: string };
  readonly review: {
    readonly kind: QbrKind;
    readonly period: Period;
    readonly comparison: Period;
    /** The fiscal quarter the period is, if it is one. */
    readonly quarter: FiscalQuarter | null;
    /** Figures are as they stood at the end of this day: the period's last, or today before that. */
    readonly asOf: IsoDate;
    readonly meetingOn: IsoDate | null;
    readonly minutes: number;
    readonly place: string | null;
  };
  /** The sections shown, in order. */
  readonly sections: readonly SectionShown[];
  readonly success: SuccessShown | null;
  readonly goals: readonly GoalShown[];
  readonly value: ValueProof & { readonly claims: readonly ClaimShown[] };
  readonly commitments: readonly CommitmentShown[];
  readonly maturity: { readonly now: MaturityShown | null; readonly before: MaturityShown | null };
  readonly difficulties: readonly DifficultyShown[];
  readonly plan: readonly PlanLineShown[];
  readonly asks: readonly AskShown[];
  /** What both sides commit to in this review. */
  readonly newCommitments: readonly CommitmentShown[];
  readonly attendees: readonly AttendeeShown[];
  readonly agenda: readonly AgendaLineShown[];
  /** What was written of usage, support and feedback. Absent, as is `inside`, from copies frozen before there were such pages. */
  readonly figures?: readonly FigureShown<FigureSection>[];
  /** What the house alone reads. */
  readonly inside?: InsideShown;
};

export type InsideShown = {
  /** Health, on the page of usage, and risks. */
  readonly figures: readonly FigureShown<InsideFigureSection>[];
  /** What was done in the period, and what is late: the answer to the risks. */
  readonly tasks: readonly TaskShown[];
  readonly stakeholders: StakeholdersShown;
  /** Value points the customer needs and has not bought. */
  readonly expansion: readonly { readonly valuePoint: string; readonly note: string | null }[];
  /** Outcomes the customer confirmed and spoke of: whom to ask for a reference. */
  readonly advocacy: readonly {
    readonly outcome: string;
    readonly signedBy: string | null;
    readonly quote: string;
  }[];
};

export type TaskShown = {
  readonly title: string;
  readonly owner: string | null;
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
};

/** The columns a page is told in, in their order. */
export const narrativeColumns = ['happened', 'soWhat', 'whatNext'] as const;

export type SectionShown = {
  readonly section: QbrSection;
  /** Absent, as is `whatNext`, from copies frozen before a section said more than what it means. */
  readonly happened?: string | null;
  readonly soWhat: string | null;
  readonly whatNext?: string | null;
  readonly talkingPoint?: string | null;
  readonly question?: string | null;
};

export type SuccessShown = {
  readonly whyBought: string | null;
  readonly definition: string | null;
  readonly confirmedOn: IsoDate | null;
  readonly confirmedBy: string | null;
};

export type ReadingShown = { readonly on: IsoDate; readonly value: number; readonly source: string | null };

export type GoalShown = {
  readonly id?: number;
  readonly metric: string;
  readonly unit: string;
  readonly term: GoalTerm;
  readonly valuePoint: string | null;
  readonly direction: GoalDirection;
  readonly baseline: number | null;
  readonly baselineOn: IsoDate | null;
  readonly target: number | null;
  readonly dueOn: IsoDate | null;
  readonly owner: string | null;
  readonly definedBy: string | null;
  readonly confirmedOn: IsoDate | null;
  /** The reading in force; the source and day of every figure of this goal. */
  readonly reading: ReadingShown | null;
  readonly isStale: boolean;
  readonly attainment: Attainment;
  readonly status: GoalStatus | null;
  /** Where it stood when the period began: as the last frozen review showed it, else by the readings. */
  readonly before: { readonly value: number; readonly attainment: Attainment } | null;
  readonly trend: Trend | null;
  /** When what the metric counts was changed, where that lies in either period: figures before are not comparable. */
  readonly redefinedOn: IsoDate | null;
  /** Every reading up to `asOf`, oldest first. */
  readonly readings: readonly ReadingShown[];
  readonly note?: string | null;
};

export type ClaimShown = {
  readonly id?: number;
  readonly outcome: string;
  readonly valuePoint: string | null;
  readonly promised: string | null;
  readonly period: Period;
  readonly inputs: readonly ClaimInput[];
  readonly worth: Worth;
  readonly signedOn: IsoDate | null;
  readonly signedBy: string | null;
  /** Null where files are the evidence, and in the internal version: what has neither stays inside. */
  readonly source: string | null;
  /** The files kept as evidence, by name. Absent from copies frozen before claims carried files. */
  readonly evidence?: readonly string[];
  readonly quote: string | null;
  readonly note?: string | null;
};

export type CommitmentShown = {
  readonly id?: number;
  readonly text: string;
  readonly side: CommitmentSide;
  readonly promisedBy: string | null;
  readonly promisedTo: string | null;
  readonly dueOn: IsoDate | null;
  readonly status: CommitmentStatus;
  /** Open and not due yet: nothing to score. */
  readonly isPending: boolean;
  readonly comment?: string | null;
};

/** A maturity assessment with its own words, so that it can be shown without the model it was made with. */
export type MaturityShown = {
  readonly assessedOn: IsoDate;
  readonly model: Bilingual;
  /** The highest level of the scale; the lowest is 1. */
  readonly highest: number;
  readonly overall: number | null;
  readonly stage: Bilingual | null;
  readonly dimensions: readonly { readonly name: Bilingual; readonly score: number | null }[];
};

export type DifficultyShown = {
  readonly id?: number;
  readonly difficulty: string;
  readonly lesson: string | null;
};

export type PlanLineShown = {
  readonly id?: number;
  readonly step: string;
  readonly side: CommitmentSide;
  readonly owner: string | null;
  readonly dueOn: IsoDate | null;
  readonly goal: string | null;
};

export type AskShown = {
  readonly id?: number;
  readonly side: CommitmentSide;
  readonly ask: string;
  readonly askedOf: string | null;
  readonly dueOn: IsoDate | null;
};

export type AttendeeShown = {
  readonly id?: number;
  readonly side: CommitmentSide;
  readonly name: string;
  readonly title: string | null;
  readonly isInvited: boolean;
};

export type AgendaLineShown = {
  readonly id?: number;
  readonly section: QbrSection;
  readonly minutes: number;
  readonly presenter: string | null;
};
