import { CommitmentPanel } from '../features/commitment/commitment-panel.tsx';
import { HandoffPage } from '../features/handoff/handoff-page.tsx';

/** A handoff with the commitments of its account beside it. */
export function HandoffRoute() {
  return (
    <HandoffPage
      beside={({ accountId, handoffId }) => (
        <CommitmentPanel accountId={accountId} source={{ noun: 'handoff', id: handoffId }} />
      )}
    />
  );
}
