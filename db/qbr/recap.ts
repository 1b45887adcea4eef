import type { CommitmentSide } from '../commitment/rule.ts';
import type { FieldMap } from '../types/audience.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { QbrKind } from './kind.ts';

/** What the customer is written after a review: what was decided, who does what by when, and when both meet again. */
export type QbrRecap = {
  readonly account: { readonly name: string };
  readonly review: { readonly kind: QbrKind; readonly heldOn: IsoDate | null };
  /** Whom it goes to: the customer's people who were invited. Without an address somebody is greeted and not written to. */
  readonly to: readonly { readonly name: string; readonly address: string | null }[];
  readonly decisions: readonly { readonly decision: string; readonly decidedBy: string | null }[];
  readonly commitments: readonly {
    readonly text: string;
    readonly side: CommitmentSide;
    readonly promisedBy: string | null;
    readonly dueOn: IsoDate | null;
  }[];
  readonly actions: readonly {
    readonly title: string;
    readonly owner: string | null;
    readonly dueOn: IsoDate | null;
  }[];
  readonly next: { readonly kind: QbrKind; readonly meetingOn: IsoDate | null } | null;
};

/** The fields of the book behind every part of a recap. */
export const recapFields: FieldMap<QbrRecap> = {
  account: { name: 'account.name' },
  review: { kind: 'qbr.kind', heldOn: ['qbr.held_on', 'qbr.meeting_on'] },
  to: { name: 'qbr_attendee.name', address: 'contact.email' },
  decisions: { decision: 'qbr_decision.decision', decidedBy: 'qbr_decision.decided_by' },
  commitments: {
    text: 'commitment.text',
    side: 'commitment.side',
    promisedBy: 'commitment.promised_by',
    dueOn: 'commitment.due_on',
  },
  actions: { title: 'task.title', owner: 'task.owner', dueOn: 'task.due_on' },
  next: { kind: 'qbr.kind', meetingOn: 'qbr.meeting_on' },
};
