import {
  CheckCheck,
  FileSignature,
  FileX2,
  Handshake,
  type LucideIcon,
  Mail,
  MapPin,
  MessagesSquare,
  Pentagon,
  Phone,
  Presentation,
  Rocket,
  Send,
  StickyNote,
  Undo2,
} from 'lucide-react';
import type { TimelineKind } from '../../../db/change/timeline-query.ts';
import type { NoteKind } from '../../../db/note/query.ts';

export const timelineIcons: Readonly<Record<TimelineKind, LucideIcon>> = {
  note: StickyNote,
  meeting: MessagesSquare,
  call: Phone,
  email: Mail,
  visit: MapPin,
  'contract-start': FileSignature,
  'contract-end': FileX2,
  'handoff-submitted': Send,
  'handoff-returned': Undo2,
  'handoff-accepted': Handshake,
  kickoff: Rocket,
  assessment: Pentagon,
  'qbr-held': Presentation,
  'task-done': CheckCheck,
};

const noteKinds = {
  note: true,
  meeting: true,
  call: true,
  email: true,
  visit: true,
} as const satisfies Record<NoteKind, true>;

/** What was written down as a note can be changed in the timeline; the rest happened elsewhere. */
export function isNote(kind: TimelineKind): kind is NoteKind {
  return kind in noteKinds;
}
