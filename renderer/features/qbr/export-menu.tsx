import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Audience } from '../../../db/domain/audience.ts';
import { type Language, languages } from '../../../db/domain/language.ts';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { tell } from '../../lib/notices.ts';

const audiences: readonly Audience[] = ['customer', 'internal'];

/** Saves the review as a workbook: the customer's version first, in either language. */
export function ExportMenu({ id }: { id: number }) {
  const { t } = useTranslation();
  const { mutate, isPending } = useMutation(
    api.qbr.exportWorkbook.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => tell({ text: t('qbr.exported', { path }) }),
    }),
  );
  const save = async (audience: Audience, language: Language) => {
    const name = await client.qbr.workbookName.query({ id, audience, language });
    const path = await desktop.chooseDestination(name);
    if (path) mutate({ id, audience, language, path });
  };
  const items = audiences.flatMap((audience) =>
    languages.map((language) => ({
      key: `${audience}-${language}`,
      label: t(`qbr.export.${audience}`, { language: t(`qbr.languageName.${language}`) }),
      onClick: () => void save(audience, language),
    })),
  );
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button loading={isPending}>
        {t('qbr.exportWord')} <ChevronDown size={14} aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
