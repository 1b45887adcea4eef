import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HandoffWork } from './handoff-work.tsx';

/** One handoff. `beside` fills the end of the side column with what belongs to its account. */
export function HandoffPage({
  beside,
}: {
  beside: (place: { accountId: number; handoffId: number }) => ReactNode;
}) {
  const { t } = useTranslation();
  const { id } = useParams();
  const { data: handoff, error } = useQuery(api.handoff.get.queryOptions({ id: Number(id) }));
  if (error) return <EmptyState title={t('app.notFound.title')}>{failureText(error, t)}</EmptyState>;
  if (!handoff) return null;
  return (
    <HandoffWork key={handoff.id} handoff={handoff}>
      {beside({ accountId: handoff.account_id, handoffId: handoff.id })}
    </HandoffWork>
  );
}
