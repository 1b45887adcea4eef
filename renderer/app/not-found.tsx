import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyState } from '../ui/empty-state.tsx';

export function NotFound() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('app.notFound.title')}
      action={<Button onClick={() => void navigate('/accounts')}>{t('app.notFound.back')}</Button>}
    >
      {t('app.notFound.teach')}
    </EmptyState>
  );
}
