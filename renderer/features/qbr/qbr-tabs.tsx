import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Segmented } from '../../ui/segmented.tsx';

const addresses = {
  list: '/reviews',
  year: '/reviews/year',
  practice: '/reviews/practice',
  inside: '/reviews/inside',
} as const;
type Tab = keyof typeof addresses;

/** The views of all reviews: what is at hand, the year, how they go, and what customer success contributed. */
export function QbrTabs({ shown }: { shown: Tab }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Segmented<Tab>
      label={t('qbr.tabs')}
      options={(['list', 'year', 'practice', 'inside'] as const).map((value) => ({
        value,
        label: t(`qbr.tab.${value}`),
      }))}
      value={shown}
      onChange={(tab) => void navigate(addresses[tab])}
    />
  );
}
