import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Audience } from '../../../db/types/audience.ts';
import type { Language } from '../../../db/types/language.ts';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useExport } from '../../lib/running-export.ts';
import { bothAudiences, VersionMenu } from '../../lib/version-menu.tsx';
import { printAddress } from './qbr-print.tsx';
import { useHonesty } from './use-honesty.tsx';

const forms = ['deck', 'workbook'] as const;

/** Saves the review as a deck, a workbook or a message, or prints it. */
export function ExportMenu({ id }: { id: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { whenHonest, dialog } = useHonesty(id);
  const ready = (audience: Audience, go: () => void) => (audience === 'customer' ? whenHonest(go) : go());
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
  return (
    <>
      <VersionMenu
        forms={[
          ...forms.map((form) => ({
            key: form,
            label: t(`qbr.form.${form}`),
            audiences: bothAudiences,
            both: t('qbr.bothLanguages'),
            onChoose: (audience: Audience, wanted: Language[]) =>
              ready(audience, () => void save(form, audience, wanted)),
          })),
          {
            key: 'recap',
            label: t('qbr.form.recap'),
            audiences: ['customer'],
            both: t('qbr.bothLanguages'),
            onChoose: (_, wanted) => whenHonest(() => void saveMessage(wanted)),
          },
          {
            key: 'paper',
            label: t('qbr.form.paper'),
            audiences: bothAudiences,
            both: t('qbr.bothTogether'),
            onChoose: (audience, wanted) =>
              ready(audience, () => void navigate(printAddress(id, audience, wanted))),
          },
        ]}
      />
      {dialog}
    </>
  );
}
