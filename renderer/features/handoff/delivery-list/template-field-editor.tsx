import { Button, Checkbox, InputNumber, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { needWeights } from '../../../../db/handoff/score.ts';
import {
  fieldNeeds,
  fieldSuppliers,
  fieldTypes,
  type HandoffField,
  heaviest,
} from '../../../../db/handoff/template.ts';
import { useFormat } from '../../../lib/format.ts';
import { BilingualInput } from '../../../ui/bilingual-input.tsx';
import { Card } from '../../../ui/card.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { newOption } from './template-edit.ts';
import styles from './template-field-editor.module.css';
import type { ProblemPlace } from './template-problem.ts';

/** Lines offered for an answer in prose. */
const proseLines = 3;
const noWords = { en: '', 'zh-CN': '' };

/** Everything a field says and asks, the words in both languages side by side. */
export function TemplateFieldEditor({
  field,
  problems,
  onChange,
}: {
  field: HandoffField;
  /** Those of this field. */
  problems: readonly ProblemPlace[];
  onChange: (parts: Partial<HandoffField>) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const id = useId();
  const isMissing = (part: string) => (each: string) =>
    problems.some(({ path }) => path.endsWith(`.${part}.${each}`));
  return (
    <Card title={field.label[language] || t('deliveryList.unnamed')}>
      <div className={styles.parts}>
        <BilingualInput
          label={t('deliveryList.part.label')}
          value={field.label}
          isMissing={(each) =>
            problems.some(({ path }) => /\.fields\.\d+\.label\./.test(path) && path.endsWith(each))
          }
          onSave={(label) => onChange({ label })}
        />
        <BilingualInput
          label={t('deliveryList.part.help')}
          value={field.help}
          rows={2}
          isMissing={isMissing('help')}
          onSave={(help) => onChange({ help })}
        />
        <div className={styles.line}>
          <label htmlFor={`${id}-type`}>{t('deliveryList.part.type')}</label>
          <Select
            id={`${id}-type`}
            style={{ width: 150 }}
            value={field.type}
            options={fieldTypes.map((value) => ({ value, label: t(`deliveryList.type.${value}`) }))}
            onChange={(type) => onChange({ type })}
          />
          {field.type === 'text' && (
            <Checkbox
              checked={field.lines > 1}
              onChange={({ target }) => onChange({ lines: target.checked ? proseLines : 1 })}
            >
              {t('deliveryList.prose')}
            </Checkbox>
          )}
        </div>
        {field.type === 'number' && (
          <BilingualInput
            label={t('deliveryList.part.unit')}
            value={field.unit ?? noWords}
            isMissing={isMissing('unit')}
            onSave={(unit) => onChange({ unit: unit.en === '' && unit['zh-CN'] === '' ? null : unit })}
          />
        )}
        {field.type === 'choice' && <Options field={field} problems={problems} onChange={onChange} />}
        <div className={styles.line}>
          <span>{t('handoff.form.need')}</span>
          <Segmented
            label={t('handoff.form.need')}
            options={fieldNeeds.map((value) => ({ value, label: t(`handoff.need.${value}`) }))}
            value={field.need}
            onChange={(need) => onChange({ need, gate: need === 'required' })}
          />
        </div>
        <div className={styles.line}>
          <span />
          <Checkbox
            checked={field.gate}
            disabled={field.need === 'required'}
            onChange={({ target }) => onChange({ gate: target.checked })}
          >
            {t('deliveryList.gate')}
          </Checkbox>
        </div>
        <div className={styles.line}>
          <span>{t('handoff.form.supplier')}</span>
          <Segmented
            label={t('handoff.form.supplier')}
            options={fieldSuppliers.map((value) => ({ value, label: t(`handoff.supplier.${value}`) }))}
            value={field.supplier}
            onChange={(supplier) => onChange({ supplier })}
          />
        </div>
        <div className={styles.line}>
          <label htmlFor={`${id}-weight`}>{t('deliveryList.part.weight')}</label>
          <InputNumber
            id={`${id}-weight`}
            style={{ width: 84 }}
            min={1}
            max={heaviest}
            precision={0}
            value={field.weight}
            placeholder={String(needWeights[field.need])}
            onChange={(weight) => onChange({ weight })}
          />
          <span className={styles.hint}>
            {t('deliveryList.weightHint', { weight: needWeights[field.need] })}
          </span>
        </div>
      </div>
    </Card>
  );
}

function Options({
  field: { options },
  problems,
  onChange,
}: {
  field: HandoffField;
  problems: readonly ProblemPlace[];
  onChange: (parts: Partial<HandoffField>) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.options}>
      {options.map((option, at) => (
        <div key={option.key} className={styles.option}>
          <BilingualInput
            label={t('deliveryList.option', { number: at + 1 })}
            value={option.label}
            isMissing={(each) => problems.some(({ path }) => path.endsWith(`.options.${at}.label.${each}`))}
            onSave={(label) => onChange({ options: options.with(at, { ...option, label }) })}
          />
          <Button
            type="text"
            size="small"
            disabled={options.length === 1}
            icon={<X size={13} />}
            aria-label={t('deliveryList.remove', { name: t('deliveryList.option', { number: at + 1 }) })}
            onClick={() => onChange({ options: options.toSpliced(at, 1) })}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<Plus size={13} />}
        onClick={() => onChange({ options: [...options, newOption()] })}
      >
        {t('deliveryList.addOption')}
      </Button>
    </div>
  );
}
