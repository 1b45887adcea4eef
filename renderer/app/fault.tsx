import { useQuery } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { api } from '../lib/api.ts';
import { failureText } from '../lib/failure.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** A screen could not be shown: what it asked for is not there or was refused, or it failed while it was drawn. */
export function Fault() {
  const { t } = useTranslation();
  const { data } = useQuery(api.settings.get.queryOptions());
  const error = useRouteError();
  if (error instanceof TRPCClientError)
    return (
      <EmptyState title={t('app.fault.unshown')} action={<Link to="/today">{t('app.fault.elsewhere')}</Link>}>
        {failureText(error, t)}
      </EmptyState>
    );
  console.error(error);
  // What is in the book is not touched by a screen that fails.
  return (
    <EmptyState
      title={t('app.fault.title')}
      action={<Button onClick={() => window.location.reload()}>{t('app.fault.again')}</Button>}
    >
      {t('app.fault.teach', { file: data?.logFile ?? '' })}
    </EmptyState>
  );
}
