import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Audience } from '../../../db/domain/audience.ts';
import { type Language, languages } from '../../../db/domain/language.ts';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useExport } from '../../lib/running-export.ts';
import styles from './qbr.module.css';
import { printAddress } from './qbr-print.tsx';

const audiences: readonly Audience[] = ['customer', 'internal'];
const forms = ['deck', 'workbook'] as const;

/** Saves the review as a deck or a workbook: the customer's version first, in either language or both at once. */
export function ExportMenu({ id }: { id: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const watched = {
    meta: { changesNothing: true },
    onSuccess: ({ job, files: [path = ''] }: { job: string; files: string[] }) =>
      useExport.setState({ running: { job, path } }),
  };
  const { mutate } = useMutation(api.qbr.export.mutationOptions(watched));
  const { mutate: saveRecap } = useMutation(api.qbr.saveRecap.mutationOptions(watched));
  const save = async (form: (typeof forms)[number], audience: Audience, wanted: Language[]) => {
    const [language = 'en'] = wanted;
    const name = await client.qbr.fileName.query({ id, form, audience, language });
    const path = await desktop.chooseDestination(name);
    if (path) mutate({ id, form, audience, languages: wanted, path });
  };
  const saveMessage = async (wanted: Language[]) => {
    const [language = 'en'] = wanted;
    const path = await desktop.chooseDestination(await client.qbr.recapName.query({ id, language }));
    if (path) saveRecap({ id, languages: wanted, path });
  };
  const entry = (form: (typeof forms)[number], audience: Audience, wanted: Language[], name: string) => ({
    key: `${form}-${audience}-${wanted.join()}`,
    label: t(`qbr.export.${audience}`, { language: name }),
    onClick: () => void save(form, audience, wanted),
  });
  const choices = [
    ...languages.map((language) => ({ wanted: [language], name: t(`qbr.languageName.${language}`) })),
    { wanted: [...languages], name: t('qbr.bothTogether') },
  ];
  const paper = {
    type: 'group' as const,
    key: 'paper',
    label: t('qbr.form.paper'),
    children: audiences.flatMap((audience) =>
      choices.map(({ wanted, name }) => ({
        key: `paper-${audience}-${wanted.join()}`,
        label: t(`qbr.export.${audience}`, { language: name }),
        onClick: () => void navigate(printAddress(id, audience, wanted)),
      })),
    ),
  };
  const recap = {
    type: 'group' as const,
    key: 'recap',
    label: t('qbr.form.recap'),
    children: [
      ...languages.map((language) => ({ wanted: [language], name: t(`qbr.languageName.${language}`) })),
      { wanted: [...languages], name: t('qbr.bothLanguages') },
    ].map(({ wanted, name }) => ({
      key: `recap-${wanted.join()}`,
      label: t('qbr.export.customer', { language: name }),
      onClick: () => void saveMessage(wanted),
    })),
  };
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
    <Dropdown trigger={['click']} menu={{ items: [...items, paper, recap], className: styles.menu ?? '' }}>
      <Button>
        {t('qbr.exportWord')} <ChevronDown size={14} aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
