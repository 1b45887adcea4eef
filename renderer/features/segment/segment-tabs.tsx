import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Segmented } from '../../ui/segmented.tsx';

const paths = { schemes: '/segments', profiles: '/segments/profiles' } as const;
type Tab = keyof typeof paths;

/** The two sides of knowing customers: how they are told apart, and which of them are ideal. */
export function SegmentTabs({ shown }: { shown: Tab }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Segmented<Tab>
      label={t('segment.tabs')}
      options={(['schemes', 'profiles'] as const).map((value) => ({
        value,
        label: t(`segment.tab.${value}`),
      }))}
      value={shown}
      onChange={(tab) => void navigate(paths[tab])}
    />
  );
}
