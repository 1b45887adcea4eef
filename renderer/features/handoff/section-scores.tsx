import { useTranslation } from 'react-i18next';
import { sectionFloor } from '../../../db/handoff/decision.ts';
import type { HandoffScore } from '../../../db/handoff/score.ts';
import type { HandoffTemplate } from '../../../db/handoff/template.ts';
import { useFormat } from '../../lib/format.ts';
import { SectionSteps, type StepState } from '../../ui/section-steps.tsx';

/** The sections of the delivery list with their scores; the one that holds the handoff back is marked. */
export function SectionScores({
  template,
  score,
  current,
  onSelect,
}: {
  template: HandoffTemplate;
  score: HandoffScore;
  current: string;
  onSelect: (section: string) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const steps = template.sections.map(({ key, name }) => {
    const points = score.sections.find(({ section }) => section === key)?.score ?? 0;
    const fields = score.fields.filter(({ section }) => section === key);
    const held = points < sectionFloor || fields.some(({ field, missing }) => field.gate && missing !== null);
    const untouched = fields.every(({ missing }) => missing === 'empty');
    const state: StepState = untouched ? 'open' : held ? 'attention' : 'done';
    const stateLabel = t(`handoff.section.${state}`, { score: points });
    return { key, title: name[language], state, stateLabel, figure: String(points) };
  });
  return (
    <SectionSteps label={t('handoff.section.label')} steps={steps} current={current} onSelect={onSelect} />
  );
}
