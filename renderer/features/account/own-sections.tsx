import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { AccountFactsCard } from './account-facts.tsx';
import { ContractCard } from './contract-card.tsx';
import { TimelineCard } from './timeline-card.tsx';

type OfAccount = { accountId: number };

/** The account's contracts, with the money and the day of the book. */
export function ContractSection({ accountId }: OfAccount) {
  const { data: status } = useQuery(api.book.status.queryOptions());
  if (!status) return null;
  return <ContractCard accountId={accountId} today={status.today} currency={status.settings.base_currency} />;
}

export function FactsSection({ accountId }: OfAccount) {
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: account } = useQuery(api.account.get.queryOptions({ id: accountId }));
  return account && status ? (
    <AccountFactsCard account={account} currency={status.settings.base_currency} />
  ) : null;
}

export function TimelineSection({ accountId }: OfAccount) {
  const { data: status } = useQuery(api.book.status.queryOptions());
  return status ? <TimelineCard accountId={accountId} today={status.today} /> : null;
}

/** The newest few entries, with the way to all of them. */
export function LatestSection({ accountId }: OfAccount) {
  const { data: status } = useQuery(api.book.status.queryOptions());
  return status ? <TimelineCard accountId={accountId} today={status.today} atFirst={5} /> : null;
}
