import { useTranslation } from 'react-i18next';
import type { MilestoneRule } from '../../../db/milestone/rule.ts';
import type { TemplateName } from '../../../db/milestone/template-query.ts';
import { labelIn } from '../../../db/types/language.ts';
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
