import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Audience } from '../../db/types/audience.ts';
import { type Language, languages } from '../../db/types/language.ts';
import styles from './version-menu.module.css';

/** A form something leaves the book in. */
type Form = {
  readonly key: string;
  readonly label: string;
  /** For whom there is a version. */
  readonly audiences: readonly Audience[];
  /** What choosing both languages comes to: two files, or one after the other. */
  readonly both: string;
  readonly onChoose: (audience: Audience, wanted: Language[]) => void;
};

export const bothAudiences: readonly Audience[] = ['customer', 'internal'];

/** Everything a record can leave as: each form, the customer's version first, in either language or both. */
export function VersionMenu({ forms }: { forms: readonly Form[] }) {
  const { t } = useTranslation();
  const items = forms.map(({ key, label, audiences, both, onChoose }) => ({
    type: 'group' as const,
    key,
    label,
    children: audiences.flatMap((audience) =>
      [
        ...languages.map((language) => ({ wanted: [language], name: t(`qbr.languageName.${language}`) })),
        { wanted: [...languages], name: both },
      ].map(({ wanted, name }) => ({
        key: `${key}-${audience}-${wanted.join()}`,
        label: t(`qbr.export.${audience}`, { language: name }),
        onClick: () => onChoose(audience, wanted),
      })),
    ),
  }));
  return (
    <Dropdown trigger={['click']} menu={{ items, className: styles.menu ?? '' }}>
      <Button>
        {t('qbr.exportWord')} <ChevronDown size={14} aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
