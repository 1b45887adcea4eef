import { Checkbox, Popover } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './filter-chip.module.css';

export type FilterChoice<Value> = { readonly value: Value; readonly label: string };

/** A filter by one property: what it lets through stands on it, its choices open below. Nothing chosen lets all through. */
export function FilterChip<Value extends string | null>({
  label,
  all,
  choices,
  chosen,
  onChange,
}: {
  label: string;
  /** What it says while nothing is chosen. */
  all: string;
  choices: readonly FilterChoice<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: readonly Value[]) => void;
}) {
  const { t } = useTranslation();
  const names = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);
  const toggle = (value: Value, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      content={
        <fieldset className={styles.choices}>
          <legend className="visually-hidden">{label}</legend>
          {choices.map((choice) => (
            <Checkbox
              key={choice.value ?? ''}
              checked={chosen.includes(choice.value)}
              onChange={({ target }) => toggle(choice.value, target.checked)}
            >
              {choice.label}
            </Checkbox>
          ))}
        </fieldset>
      }
    >
      <button type="button" className={`${styles.chip} ${names.length > 0 ? styles.on : ''}`}>
        <span className={styles.text}>
          {t('grid.filter', { label, value: names.length > 0 ? names.join(t('grid.and')) : all })}
        </span>
        <ChevronDown size={12} aria-hidden />
      </button>
    </Popover>
  );
}
