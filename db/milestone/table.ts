import type { Generated } from 'kysely';
import type { PlannedStage } from '../lifecycle/rule.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Flag } from '../types/column.ts';
import type { MilestoneAnchor, MilestoneKind, TouchChannel } from './rule.ts';

export interface MilestoneTemplateTable {
  id: Generated<number>;
  name: string;
  /** Its Chinese name; null where `name` serves both languages. */
  name_zh: string | null;
}

/** What a milestone of a template is to become; see milestone/rule.ts. */
interface MilestoneRuleColumns {
  kind: MilestoneKind;
  title: string;
  /** What it is called in Chinese; null where `title` serves both languages. */
  title_zh: string | null;
  stage: PlannedStage;
  anchor: MilestoneAnchor;
  /** Calendar days from the first or last day of the stage; negative is before it. */
  offset_days: number;
  /** By which way a touchpoint reaches the customer. */
  channel: TouchChannel | null;
  is_first_value: Generated<Flag>;
}

export interface MilestoneTemplateLineTable extends MilestoneRuleColumns {
  id: Generated<number>;
  template_id: number;
  position: number;
}

export interface MilestoneTable extends MilestoneRuleColumns {
  id: Generated<number>;
  account_id: number;
  /** The template's line it was made from. */
  line_id: number | null;
  /** The product line whose stages it goes by; null goes by the account's earliest that is not over. */
  product: string | null;
  /** Derived from the stage unless fixed; null while the stage has no date yet. */
  due_on: IsoDate | null;
  is_due_fixed: Generated<Flag>;
  reached_on: IsoDate | null;
}
