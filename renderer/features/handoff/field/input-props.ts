import type { HandoffField } from '../../../../db/handoff/template.ts';
import type { Handoff } from '../handoff-type.ts';

/** What every input of an answer gets, whatever the field's type. */
export type InputProps = {
  id: string;
  field: HandoffField;
  handoff: Handoff;
  value: string;
  /** The id of the text that explains the field. */
  describedBy: string;
  status: '' | 'error';
  onType: (text: string) => void;
  onSave: (text: string) => void;
};
