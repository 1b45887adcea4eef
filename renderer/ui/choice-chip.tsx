import { Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './filter-chip.module.css';

/** One of several ways to look at a list: the way chosen stands on it. */
export function ChoiceChip<Value extends string | null>({
  label,
  choices,
  chosen,
  onChange,
}: {
  label: string;
  choices: readonly { readonly value: Value; readonly label: string }[];
  chosen: Value;
  onChange: (value: Value) => void;
}) {
  const { t } = useTranslation();
  const keyOf = (value: Value) => value ?? 'none';
  const current = choices.find(({ value }) => value === chosen);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [keyOf(chosen)],
        items: choices.map((choice) => ({ key: keyOf(choice.value), label: choice.label })),
        onClick: ({ key }) => {
          const choice = choices.find(({ value }) => keyOf(value) === key);
          if (choice) onChange(choice.value);
        },
      }}
    >
      <button type="button" className={`${styles.chip} ${chosen === null ? '' : styles.on}`}>
        <span className={styles.text}>{t('grid.filter', { label, value: current?.label ?? '' })}</span>
        <ChevronDown size={12} aria-hidden />
      </button>
    </Dropdown>
  );
}
