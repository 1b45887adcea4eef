import { CommitmentPanel } from './commitment-panel.tsx';

/** The commitments of an account, whatever they came from. */
export function AccountCommitments({ accountId }: { accountId: number }) {
  return <CommitmentPanel accountId={accountId} source={null} />;
}
