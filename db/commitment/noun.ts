import { defineNoun } from '../kernel/define.ts';
import { commitmentSides, commitmentStatuses } from './rule.ts';

/** What either side said it would do, wherever it was said; the ledger (query.ts) shows what became of it. */
export const commitment = defineNoun({
  name: 'commitment',
  title: 'text',
  account: 'must',
  identity: ['text', 'madeOn'],
  order: [{ by: 'dueOn' }],
  open: { field: 'status', is: ['open'] },
  line: ['text', 'dueOn'],
  fields: {
    text: { is: 'prose', search: 'text', audience: 'customer' },
    side: { is: 'choice', of: commitmentSides, audience: 'customer' },
    promisedBy: { is: 'line', optional: true, search: 'text', audience: 'customer' },
    promisedTo: { is: 'line', optional: true, search: 'text', audience: 'customer' },
    madeOn: { is: 'date', optional: true },
    dueOn: { is: 'date', optional: true, due: true, audience: 'customer' },
    status: { is: 'choice', of: commitmentStatuses, initial: 'open', audience: 'customer' },
    /** When its status was last judged; null while open. */
    scoredOn: { is: 'date', optional: true, form: false },
    comment: { is: 'prose', optional: true },
    /** The noun and row it was found in, such as a handoff or a review; `renewal`, which has no row, for a renewal talk. */
    sourceNoun: { is: 'line', optional: true, form: false, sheet: false },
    sourceId: { is: 'integer', optional: true, form: false, sheet: false },
  },
});
