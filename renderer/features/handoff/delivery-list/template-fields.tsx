import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { weightOf } from '../../../../db/handoff/score.ts';
import type { HandoffSection } from '../../../../db/handoff/template.ts';
import { useFormat } from '../../../lib/format.ts';
import { BilingualInput } from '../../../ui/bilingual-input.tsx';
import { Card } from '../../../ui/card.tsx';
import { moved, newField } from './template-edit.ts';
import styles from './template-fields.module.css';
import type { ProblemPlace } from './template-problem.ts';
import { TemplateRow } from './template-row.tsx';

/** A section: its name and its fields in their order, each with what is asked of it. */
export function TemplateFields({
  section,
  current,
  problems,
  onSelect,
  onChange,
}: {
  section: HandoffSection;
  current: number;
  /** Those of this section. */
  problems: readonly ProblemPlace[];
  onSelect: (at: number) => void;
  onChange: (parts: Partial<HandoffSection>) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { name, fields } = section;
  return (
    <Card title={name[language] || t('deliveryList.unnamed')}>
      <BilingualInput
        key={section.key}
        label={t('deliveryList.part.name')}
        value={name}
        isMissing={(each) => problems.some(({ path }) => path.endsWith(`.name.${each}`))}
        onSave={(next) => onChange({ name: next })}
      />
      <ul className={styles.fields}>
        {fields.map((field, at) => (
          <TemplateRow
            key={field.key}
            name={field.label[language] || t('deliveryList.unnamed')}
            isCurrent={at === current}
            hasProblem={problems.some((problem) => problem.field === at)}
            isOnly={fields.length === 1}
            onSelect={() => onSelect(at)}
            onMove={(by) => {
              onChange({ fields: moved(fields, at, by) });
              if (at === current) onSelect(Math.min(Math.max(at + by, 0), fields.length - 1));
            }}
            onRemove={() => {
              onChange({ fields: fields.toSpliced(at, 1) });
              if (at <= current) onSelect(Math.max(0, current - 1));
            }}
          >
            {t('deliveryList.fieldFacts', {
              type: t(`deliveryList.type.${field.type}`),
              need: t(`handoff.need.${field.need}`),
              supplier: t(`handoff.supplier.${field.supplier}`),
              weight: weightOf(field),
            })}
          </TemplateRow>
        ))}
      </ul>
      <Button
        size="small"
        icon={<Plus size={13} />}
        onClick={() => {
          onChange({ fields: [...fields, newField()] });
          onSelect(fields.length);
        }}
      >
        {t('deliveryList.addField')}
      </Button>
    </Card>
  );
}
