import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Segmented } from '../../ui/segmented.tsx';

const tabs = ['portfolio', 'model', 'readings', 'back-test', 'capacity'] as const;
type HealthTab = (typeof tabs)[number];

/** The screens of health, side by side. */
export function HealthTabs({ tab }: { tab: HealthTab }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Segmented<HealthTab>
      label={t('health.tabs')}
      options={tabs.map((value) => ({ value, label: t(`health.tab.${value}`) }))}
      value={tab}
      onChange={(to) => void navigate(to === 'portfolio' ? '/health' : `/health/${to}`)}
    />
  );
}
