import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

/** The licences of the works of others that are inside the program, as they ask for it. */
export function NoticesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['third-party-notices'],
    queryFn: async () => (await fetch('/third-party-notices.txt')).text(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Modal open width={760} title={t('book.settings.notices')} footer={null} onCancel={onClose}>
      <Input.TextArea readOnly value={data} rows={24} aria-label={t('book.settings.notices')} />
    </Modal>
  );
}
