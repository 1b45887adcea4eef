import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { AccountForm } from './account-form.tsx';

/** Adds an account and goes to its page. */
export function NewAccount({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation(
    api.account.create.mutationOptions({ onSuccess: ({ id }) => void navigate(`/accounts/${id}`) }),
  );
  return (
    <AccountForm
      title={t('account.new')}
      saveLabel={t('account.create')}
      isSaving={isPending}
      onSave={(facts, custom) => mutate({ ...facts, custom })}
      onClose={onClose}
    />
  );
}
