import { Button } from 'antd';
import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '../../lib/attachments.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FileButton } from '../../ui/file-button.tsx';

/** The files that prove a claim: of one in the book as they lie there, of a new one as they will be added with it. */
export function ClaimEvidence({
  claimId,
  files,
  onChoose,
}: {
  claimId: number | null;
  /** Chosen for a claim that is not in the book yet. */
  files: readonly File[];
  onChoose: (files: readonly File[]) => void;
}) {
  const { t } = useTranslation();
  if (claimId !== null) return <Attachments of={{ table: 'value_claim', id: claimId }} />;
  return (
    <>
      {files.map((file) => (
        <Chip key={`${file.name}-${file.lastModified}`}>{file.name}</Chip>
      ))}{' '}
      <FileButton
        type="text"
        size="small"
        icon={<Paperclip size={13} />}
        label={t('attachment.add')}
        takesSeveral
        onFiles={(chosen) => onChoose([...files, ...chosen])}
      />
      {files.length > 0 && (
        <Button type="text" size="small" onClick={() => onChoose([])}>
          {t('value.leaveFiles', { count: files.length })}
        </Button>
      )}
    </>
  );
}
