/** Why something is on the agenda of a talk of sales and CS; `own` is what somebody added. The order is the agenda's. */
export const syncReasons = [
  'welcome-late',
  'kickoff-late',
  'gap-late',
  'returned',
  'waiting',
  'often-returned',
  'own',
] as const;
export type SyncReason = (typeof syncReasons)[number];
