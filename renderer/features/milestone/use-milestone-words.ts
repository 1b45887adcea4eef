import { useTranslation } from 'react-i18next';
import { labelIn } from '../../../db/domain/language.ts';
import type { MilestoneRule } from '../../../db/domain/milestone.ts';
import type { TemplateName } from '../../../db/queries/milestone-template.ts';
import { useFormat } from '../../lib/format.ts';

/** Milestones and templates in the language on screen, and their days in words. */
export function useMilestoneWords() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const side = (offsetDays: number) => (offsetDays === 0 ? 'on' : offsetDays > 0 ? 'after' : 'before');
  return {
    templateName: ({ name, nameZh }: TemplateName) => labelIn(language, name, nameZh),
    titleOf: ({ title, titleZh }: { title: string; titleZh: string | null }) =>
      labelIn(language, title, titleZh),
    /** Such as “21 days after the start of onboarding”. */
    whenText: ({ stage, anchor, offsetDays }: MilestoneRule) =>
      t(`milestone.when.${anchor}-${side(offsetDays)}`, {
        count: Math.abs(offsetDays),
        stage: t(`milestone.stageInWords.${stage}`),
      }),
  };
}
