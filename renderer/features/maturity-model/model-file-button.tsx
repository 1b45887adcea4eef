import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';

const kinds = ['json', 'xlsx'] as const;

/** A model or a draft as a file for another book, or as Excel for editing its texts. */
export function ModelFileButton({
  source,
  size,
  label,
}: {
  source: { readonly key: string; readonly version: number } | { readonly draft: number };
  size?: 'small';
  /** What is exported, where several of its kind stand together. */
  label?: string;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { mutate: exportTo } = useMutation(
    api.maturityModel.export.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => notify({ text: t('assessment.file.exported', { path }) }),
    }),
  );
  const save = async (kind: (typeof kinds)[number]) => {
    const choice = { source, kind, language };
    const path = await desktop.chooseDestination(await client.maturityModel.fileName.query(choice));
    if (path) exportTo({ ...choice, path });
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: kinds.map((key) => ({
          key,
          label: t(`maturityModel.file.${key}`),
          onClick: () => void save(key),
        })),
      }}
    >
      <Button {...(size && { size })} icon={<FileDown size={13} />}>
        {label ?? t('maturityModel.export')}
      </Button>
    </Dropdown>
  );
}
