import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Audience } from '../../../db/types/audience.ts';
import { type Language, languages } from '../../../db/types/language.ts';
import { api, client } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { notify } from '../../lib/notices.ts';

const audiences: readonly Audience[] = ['internal', 'customer'];

/** The account on one page: as a workbook or on paper, for the house or for the customer, in either language. */
export function CardMenu({ id }: { id: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { mutate } = useMutation(
    api.account.card.save.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => notify({ text: t('account.card.saved', { path }) }),
    }),
  );
  const save = async (audience: Audience, language: Language) => {
    const wanted = { id, audience, language };
    const path = await desktop.chooseDestination(await client.account.card.fileName.query(wanted));
    if (path) mutate({ ...wanted, path });
  };
  const show = (audience: Audience, language: Language) =>
    void navigate(`/accounts/${id}/card?audience=${audience}&language=${language}`);
  const group = (form: 'paper' | 'workbook', take: (audience: Audience, language: Language) => void) => ({
    type: 'group' as const,
    key: form,
    label: t(`qbr.form.${form}`),
    children: audiences.flatMap((audience) =>
      languages.map((language) => ({
        key: `${form}-${audience}-${language}`,
        label: t(`qbr.export.${audience}`, { language: t(`qbr.languageName.${language}`) }),
        onClick: () => take(audience, language),
      })),
    ),
  });
  const items = [
    group('paper', show),
    group('workbook', (audience, language) => void save(audience, language)),
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button>
        {t('account.card.menu')} <ChevronDown size={14} aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
