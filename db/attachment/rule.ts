import { attachableTables } from '../nouns.ts';

/** The records a file can be attached to, by the name of their table. */
export const attachmentTargets = [
  'account',
  'contact',
  'contract',
  'note',
  'assessment',
  'handoff',
  'value_claim',
  'qbr',
  ...attachableTables,
] as const;
export type AttachmentTarget = (typeof attachmentTargets)[number];

/**
 * What a file is attached to: a record of the book, or a part of it that has no row of its own until it is answered, named by
 * its key (a handoff's field, an assessment's indicator).
 */
export type AttachmentOwner = {
  readonly table: AttachmentTarget;
  readonly id: number;
  readonly part?: string | null | undefined;
};

/** How an attached file lies in the book's folder: there, gone, or not of the size it was added with. */
export type FilePresence = 'there' | 'missing' | 'altered';
