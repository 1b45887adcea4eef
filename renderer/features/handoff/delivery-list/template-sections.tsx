import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fieldsOf, type HandoffSection } from '../../../../db/handoff/template.ts';
import { useFormat } from '../../../lib/format.ts';
import { Card } from '../../../ui/card.tsx';
import type { TemplateDraft } from '../handoff-type.ts';
import { moved, newSection } from './template-edit.ts';
import type { ProblemPlace } from './template-problem.ts';
import { TemplateRow } from './template-row.tsx';

/** The sections of a delivery list in their order. */
export function TemplateSections({
  draft,
  current,
  problems,
  onSelect,
  onChange,
}: {
  draft: TemplateDraft;
  current: number;
  problems: readonly ProblemPlace[];
  onSelect: (at: number) => void;
  onChange: (sections: readonly HandoffSection[]) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { sections } = draft;
  return (
    <Card
      title={t('deliveryList.sections')}
      beside={t('deliveryList.fieldCount', { count: fieldsOf(draft).length })}
      action={
        <Button
          size="small"
          type="text"
          icon={<Plus size={13} />}
          aria-label={t('deliveryList.addSection')}
          onClick={() => {
            onChange([...sections, newSection()]);
            onSelect(sections.length);
          }}
        />
      }
    >
      <ul>
        {sections.map(({ key, name }, at) => (
          <TemplateRow
            key={key}
            name={name[language] || t('deliveryList.unnamed')}
            isCurrent={at === current}
            hasProblem={problems.some((problem) => problem.section === at)}
            isOnly={sections.length === 1}
            onSelect={() => onSelect(at)}
            onMove={(by) => {
              onChange(moved(sections, at, by));
              if (at === current) onSelect(Math.min(Math.max(at + by, 0), sections.length - 1));
            }}
            onRemove={() => {
              onChange(sections.toSpliced(at, 1));
              if (at <= current) onSelect(Math.max(0, current - 1));
            }}
          />
        ))}
      </ul>
    </Card>
  );
}
