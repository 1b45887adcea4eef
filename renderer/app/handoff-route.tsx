import { PromisePanel } from '../features/commitment/commitment-panel.tsx';
import { HandoffPage } from '../features/handoff/handoff-page.tsx';

/** A handoff with the promises of its account beside it. */
export function HandoffRoute() {
  return (
    <HandoffPage
      beside={({ accountId, handoffId }) => (
        <PromisePanel accountId={accountId} source={{ noun: 'handoff', id: handoffId }} />
      )}
    />
  );
}
