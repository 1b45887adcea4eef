import { Button } from 'antd';
import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '../../lib/attachments.tsx';
import { Chip } from '../../ui/chip.tsx';

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
  const chooser = useRef<HTMLInputElement>(null);
  if (claimId !== null) return <Attachments of={{ table: 'value_claim', id: claimId }} />;
  return (
    <>
      {files.map((file) => (
        <Chip key={`${file.name}-${file.lastModified}`}>{file.name}</Chip>
      ))}{' '}
      <Button
        type="text"
        size="small"
        icon={<Paperclip size={13} />}
        onClick={() => chooser.current?.click()}
      >
        {t('attachment.add')}
      </Button>
      {files.length > 0 && (
        <Button type="text" size="small" onClick={() => onChoose([])}>
          {t('value.leaveFiles', { count: files.length })}
        </Button>
      )}
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t('attachment.add')}
        onChange={({ target }) => {
          onChoose([...files, ...(target.files ?? [])]);
          target.value = ''; // the same file again is a new choice
        }}
      />
    </>
  );
}
