import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Audience } from '../../../db/domain/audience.ts';
import { type Language, languages } from '../../../db/domain/language.ts';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useExport } from '../../lib/running-export.ts';

const audiences: readonly Audience[] = ['customer', 'internal'];
const forms = ['deck', 'workbook'] as const;

/** Saves the review as a deck or a workbook: the customer's version first, in either language or both at once. */
export function ExportMenu({ id }: { id: number }) {
  const { t } = useTranslation();
  const { mutate } = useMutation(
    api.qbr.export.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: ({ job, files: [path = ''] }) => useExport.setState({ running: { job, path } }),
    }),
  );
  const save = async (form: (typeof forms)[number], audience: Audience, wanted: Language[]) => {
    const [language = 'en'] = wanted;
    const name = await client.qbr.fileName.query({ id, form, audience, language });
    const path = await desktop.chooseDestination(name);
    if (path) mutate({ id, form, audience, languages: wanted, path });
  };
  const entry = (form: (typeof forms)[number], audience: Audience, wanted: Language[], name: string) => ({
    key: `${form}-${audience}-${wanted.join()}`,
    label: t(`qbr.export.${audience}`, { language: name }),
    onClick: () => void save(form, audience, wanted),
  });
  const items = forms.map((form) => ({
    type: 'group' as const,
    key: form,
    label: t(`qbr.form.${form}`),
    children: audiences.flatMap((audience) => [
      ...languages.map((language) => entry(form, audience, [language], t(`qbr.languageName.${language}`))),
      entry(form, audience, [...languages], t('qbr.bothLanguages')),
    ]),
  }));
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button>
        {t('qbr.exportWord')} <ChevronDown size={14} aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
