import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  dateFields,
  isOneOf,
  knowledgeComparisons,
  numberFields,
  type RuleField,
  ruleFields,
  wordFields,
} from '../../../db/segment/placement-rule.ts';
import { minorDigits } from '../../../db/types/money.ts';
import { api } from '../../lib/api.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { type Comparison, comparisonsOf, type DraftLine, withField } from './rule-draft.ts';
import styles from './rule-editor.module.css';
import { useRuleWords } from './use-rule-words.ts';

/** One statement: which fact, how it is compared, with what. */
export function RuleLine({
  line,
  currency,
  isIncomplete,
  onChange,
  onRemove,
}: {
  line: DraftLine;
  currency: string;
  isIncomplete: boolean;
  onChange: (line: DraftLine) => void;
  onRemove: (() => void) | null;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <Select<RuleField>
        aria-label={t('segment.rule.field')}
        value={line.field}
        options={ruleFields.map((value) => ({ value, label: t(`segment.field.${value}`) }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(field) => onChange(withField(line, field))}
      />
      <Select<Comparison>
        aria-label={t('segment.rule.comparison')}
        value={line.comparison}
        options={comparisonsOf(line.field).map((value) => ({
          value,
          label: t(`segment.comparison.${value}`),
        }))}
        onChange={(comparison) => onChange({ ...line, comparison })}
      />
      <RuleValue line={line} currency={currency} isIncomplete={isIncomplete} onChange={onChange} />
      {onRemove ? (
        <Button
          type="text"
          icon={<X size={14} />}
          aria-label={t('segment.rule.removeLine')}
          onClick={onRemove}
        />
      ) : (
        <span />
      )}
    </div>
  );
}

function RuleValue({
  line,
  currency,
  isIncomplete,
  onChange,
}: {
  line: DraftLine;
  currency: string;
  isIncomplete: boolean;
  onChange: (line: DraftLine) => void;
}) {
  const { t } = useTranslation();
  const { wordText } = useRuleWords(currency);
  const { data: labels } = useQuery(api.segment.ruleWords.queryOptions());
  const { field } = line;
  const label = t('segment.rule.value');
  const status = isIncomplete ? 'error' : '';
  if (isOneOf(knowledgeComparisons, line.comparison)) return <span />;
  if (isOneOf(wordFields, field)) {
    const known = labels?.[field] ?? [];
    return (
      <Select<string[]>
        mode="tags"
        aria-label={label}
        status={status}
        value={[...line.words]}
        placeholder={t('segment.rule.valueHint')}
        tokenSeparators={[',', '，', ';', '；', '、']}
        options={known.map((value) => ({ value, label: wordText(field, value) }))}
        onChange={(chosen) => onChange({ ...line, words: chosen })}
      />
    );
  }
  if (isOneOf(dateFields, field))
    return (
      <DateInput
        aria-label={label}
        status={status}
        value={line.date}
        onChange={(date) => onChange({ ...line, date })}
      />
    );
  const unit = isOneOf(numberFields, field) && field === 'annual-revenue' ? 10 ** minorDigits(currency) : 1;
  return (
    <InputNumber<number>
      className={styles.number ?? ''}
      aria-label={label}
      status={status}
      min={0}
      value={line.number === null ? null : line.number / unit}
      suffix={unit === 1 ? null : currency}
      onChange={(value) => onChange({ ...line, number: value === null ? null : Math.round(value * unit) })}
    />
  );
}
