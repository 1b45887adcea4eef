import type { Bilingual } from '../../../db/types/language.ts';
import { useFormat } from '../../lib/format.ts';
import { Chip } from '../../ui/chip.tsx';

/** The stage an assessment came to, by its name. Maturity is no alarm, so it has no colour of state. */
export function MaturityChip({ stage }: { stage: { readonly name: Bilingual } | null | undefined }) {
  const { language } = useFormat();
  return stage ? <Chip tone="accent">{stage.name[language]}</Chip> : null;
}
