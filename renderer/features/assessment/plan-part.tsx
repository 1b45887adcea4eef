import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import type { ShownAssessment } from './assessment-type.ts';
import { NextSteps } from './next-steps.tsx';
import { PlanProgress } from './plan-progress.tsx';
import { RoadmapCard } from './roadmap-card.tsx';
import { SavedPlan } from './saved-plan.tsx';

/** The plan that comes of an assessment: what was kept, when it is done, what the last plan brought, what is proposed. */
export function PlanPart({ assessment }: { assessment: ShownAssessment }) {
  const { language } = useFormat();
  const { mutate: take } = useMutation(api.assessment.step.take.mutationOptions());
  return (
    <>
      <SavedPlan assessment={assessment} />
      <RoadmapCard steps={assessment.steps} />
      <PlanProgress assessment={assessment} />
      <NextSteps
        assessment={assessment}
        onTake={(indicators) => take({ id: assessment.id, indicators: [...indicators], language })}
      />
    </>
  );
}
