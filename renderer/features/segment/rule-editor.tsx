import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PlacedProblem } from '../../../db/segment/placement-rule-reading.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { type DraftGroup, type DraftPart, isDraftGroup, newLine } from './rule-draft.ts';
import styles from './rule-editor.module.css';
import { RuleLine } from './rule-line.tsx';

/** Groups inside the rule itself; one level of brackets is what people read. */
const deepest = 2;

/** A rule as lines joined by and or by or; a line may be a group of lines joined the other way. */
export function RuleEditor({
  group,
  currency,
  problems,
  path = '',
  depth = 1,
  onChange,
  onRemove,
}: {
  group: DraftGroup;
  currency: string;
  /** What is missing, shown at its line. */
  problems: readonly PlacedProblem[];
  path?: string;
  depth?: number;
  onChange: (group: DraftGroup) => void;
  onRemove?: () => void;
}) {
  const { t } = useTranslation();
  const replace = (at: number, part: DraftPart | null) =>
    onChange({
      ...group,
      parts: group.parts.flatMap((each, index) => (index === at ? (part ? [part] : []) : [each])),
    });
  const add = (part: DraftPart) => onChange({ ...group, parts: [...group.parts, part] });
  const inside = group.match === 'all' ? 'any' : 'all';
  return (
    <fieldset className={depth === 1 ? styles.rule : styles.group}>
      <legend className="visually-hidden">{t('segment.rule.label')}</legend>
      <div className={styles.match}>
        <Segmented
          label={t('segment.rule.match')}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`segment.rule.${value}`) }))}
          value={group.match}
          onChange={(match) => onChange({ ...group, match })}
        />
        {onRemove && (
          <Button
            type="text"
            size="small"
            icon={<X size={14} />}
            aria-label={t('segment.rule.removeGroup')}
            onClick={onRemove}
          />
        )}
      </div>
      {group.parts.map((part, at) => {
        const place = path === '' ? `${at}` : `${path}.${at}`;
        const key = `${place}-${group.parts.length}`;
        return isDraftGroup(part) ? (
          <RuleEditor
            key={key}
            group={part}
            currency={currency}
            problems={problems}
            path={place}
            depth={depth + 1}
            onChange={(next) => replace(at, next)}
            onRemove={() => replace(at, null)}
          />
        ) : (
          <RuleLine
            key={key}
            line={part}
            currency={currency}
            isIncomplete={problems.some((problem) => problem.path === place)}
            onChange={(next) => replace(at, next)}
            onRemove={depth === 1 && group.parts.length === 1 ? null : () => replace(at, null)}
          />
        );
      })}
      <div className={styles.add}>
        <Button size="small" icon={<Plus size={12} />} onClick={() => add(newLine)}>
          {t('segment.rule.addLine')}
        </Button>
        {depth < deepest && (
          <Button
            size="small"
            icon={<Plus size={12} />}
            onClick={() => add({ match: inside, parts: [newLine] })}
          >
            {t('segment.rule.addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
