import { useQuery } from '@tanstack/react-query';
import { shownScore } from '../../db/health/model.ts';
import { HealthChip } from '../ui/health-chip.tsx';
import { api } from './api.ts';

/** An account's health beside its name; nothing where it is not scored. */
export function AccountHealthChip({ accountId }: { accountId: number }) {
  const { data } = useQuery(api.health.ofAccount.queryOptions({ accountId }));
  if (!data?.health) return null;
  const { health, band, trend, model, override } = data.health;
  return (
    <HealthChip
      band={band}
      ungraded={health.ungraded}
      trend={trend}
      score={health.score === null ? null : shownScore(health.score, model.bands)}
      title={override?.reason}
    />
  );
}
