import { Button, Checkbox, Popover } from 'antd';
import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { GridColumn, GridLayout } from './column.ts';
import styles from './column-chooser.module.css';

/** Which columns a grid shows; the one that names the row always stays. */
export function ColumnChooser({
  columns,
  layout,
  usual,
  onLayout,
}: {
  columns: readonly Pick<GridColumn<never>, 'key' | 'heading' | 'priority'>[];
  layout: GridLayout;
  /** What a new user sees. */
  usual: GridLayout;
  onLayout: (layout: GridLayout) => void;
}) {
  const { t } = useTranslation();
  const toggle = (key: string, shown: boolean) =>
    onLayout({
      ...layout,
      hidden: shown ? layout.hidden.filter((other) => other !== key) : [...layout.hidden, key],
    });
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
        <fieldset className={styles.columns}>
          <legend className={styles.hint}>{t('grid.narrow')}</legend>
          {columns.map(({ key, heading, priority }) => (
            <Checkbox
              key={key}
              disabled={priority === 0}
              checked={priority === 0 || !layout.hidden.includes(key)}
              onChange={({ target }) => toggle(key, target.checked)}
            >
              {heading}
            </Checkbox>
          ))}
          <Button size="small" onClick={() => onLayout(usual)}>
            {t('grid.usual')}
          </Button>
        </fieldset>
      }
    >
      <Button size="small" type="text" icon={<Columns3 size={14} />}>
        {t('grid.columns')}
      </Button>
    </Popover>
  );
}
