/** The parts of a model that are called by name where a place in it is told. */
export const modelParts = [
  'format',
  'key',
  'version',
  'name',
  'purpose',
  'subject',
  'scale',
  'level',
  'dimensions',
  'role',
  'leadsTo',
  'weight',
  'asks',
  'advice',
  'indicators',
  'kind',
  'measure',
  'question',
  'evidence',
  'levels',
  'text',
  'test',
  'next',
  'impact',
  'effort',
  'scoring',
  'minimumCoverage',
  'holdsFrom',
  'floor',
  'enablers',
  'above',
  'stages',
  'from',
  'meaning',
  'hard',
  'ladders',
  'steps',
  'fromStage',
  'flows',
  'who',
  'does',
  'indicator',
  'inputs',
  'unit',
  'source',
  'over',
  'under',
  'better',
  'marks',
] as const;
export type ModelPart = (typeof modelParts)[number];

/** One step of the way to a place: a part, the how-manieth of it where there are several, counted from 1; or a language. */
export type PlaceStep =
  | { readonly part: ModelPart; readonly number: number | null }
  | { readonly language: 'en' | 'zh-CN' };

/** A path (`dimensions.0.name.en`) as people say it, step by step. What no model has is left out. */
export function placeOf(path: string): readonly PlaceStep[] {
  const steps = path.split('.');
  return steps.flatMap((step, at): PlaceStep[] => {
    if (step === 'en' || step === 'zh-CN') return [{ language: step }];
    const part = modelParts.find((each) => each === step);
    const next = steps[at + 1] ?? '';
    // The lowest level begins at no mark: the first is the second level's.
    const first = part === 'marks' ? 2 : 1;
    return part ? [{ part, number: /^\d+$/.test(next) ? Number(next) + first : null }] : [];
  });
}
