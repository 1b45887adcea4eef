import { useTranslation } from 'react-i18next';
import { lifecycleStages } from '../../../db/lifecycle/rule.ts';
import { abilityStages } from '../../../db/segment/ideal-profile.ts';
import {
  type Condition,
  isGroup,
  isOneOf,
  type RuleField,
  type RuleGroup,
} from '../../../db/segment/placement-rule.ts';
import { useFormat } from '../../lib/format.ts';

const sizes = ['large', 'mid', 'small'] as const;
const statuses = ['prospect', 'active', 'churned'] as const;

/** Rules in words, and the words of their fields: `Industry is Retail or Food and Seats at least 50`. */
export function useRuleWords(currency: string) {
  const { t } = useTranslation();
  const format = useFormat();

  function wordText(field: RuleField, word: string): string {
    if (field === 'size' && isOneOf(sizes, word)) return t(`account.choice.size.${word}`);
    if (field === 'status' && isOneOf(statuses, word)) return t(`account.choice.status.${word}`);
    if (field === 'stage' && isOneOf(lifecycleStages, word)) return t(`lifecycle.stage.${word}`);
    if (field === 'ability' && isOneOf(abilityStages, word)) return t(`profile.ability.${word}`);
    return word;
  }

  function numberText(field: RuleField, value: number): string {
    return field === 'annual-revenue' ? format.money({ minor: value, currency }) : format.number(value);
  }

  function conditionText(condition: Condition): string {
    const field = t(`segment.field.${condition.field}`);
    if ('words' in condition) {
      const given = condition.words.map((word) => wordText(condition.field, word));
      const joined = given.join(
        condition.comparison === 'all-of' ? t('segment.rule.andWord') : t('segment.rule.orWord'),
      );
      return t(`segment.says.${condition.comparison}`, { field, value: joined });
    }
    if ('number' in condition)
      return t(`segment.says.${condition.comparison}`, {
        field,
        value: numberText(condition.field, condition.number),
      });
    if ('date' in condition)
      return t(`segment.says.${condition.comparison}`, { field, value: condition.date });
    return t(`segment.says.${condition.comparison}`, { field });
  }

  function ruleText({ match, parts }: RuleGroup): string {
    const stated = parts.map((part) =>
      isGroup(part) ? t('segment.rule.nested', { rule: ruleText(part) }) : conditionText(part),
    );
    return stated.join(match === 'all' ? t('segment.rule.and') : t('segment.rule.or'));
  }

  return { wordText, ruleText };
}
