import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { api } from '../lib/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** A screen failed while it was drawn. What is in the book is not touched by that. */
export function Fault() {
  const { t } = useTranslation();
  const { data } = useQuery(api.settings.get.queryOptions());
  console.error(useRouteError());
  return (
    <EmptyState
      title={t('app.fault.title')}
      action={<Button onClick={() => window.location.reload()}>{t('app.fault.again')}</Button>}
    >
      {t('app.fault.teach', { file: data?.logFile ?? '' })}
    </EmptyState>
  );
}
