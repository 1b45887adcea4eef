import { useTranslation } from 'react-i18next';
import type { LifecycleStage } from '../../db/lifecycle/rule.ts';
import { Chip, type Tone } from './chip.tsx';

const tones: Readonly<Record<LifecycleStage, Tone>> = {
  acquisition: 'plain',
  conversion: 'plain',
  handoff: 'accent',
  onboarding: 'accent',
  growth: 'plain',
  renewal: 'info',
  ended: 'warn',
  churned: 'bad',
};

/** Where a customer stands in its lifecycle, in a word. */
export function StageChip({ stage }: { stage: LifecycleStage }) {
  const { t } = useTranslation();
  return <Chip tone={tones[stage]}>{t(`lifecycle.stage.${stage}`)}</Chip>;
}
