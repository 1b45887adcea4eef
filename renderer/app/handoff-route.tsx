import { HandoffPage } from '../features/handoff/handoff-page.tsx';
import { PromisePanel } from '../features/promise/promise-panel.tsx';

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
