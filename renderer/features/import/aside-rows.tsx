import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PreviewedTable } from './answered.ts';
import styles from './import.module.css';

const rowsShown = 5;

/** Rows that are none of the list's records, and the way to take them for records after all. */
export function AsideRows({
  table,
  keeps,
  onKeep,
}: {
  table: PreviewedTable;
  keeps: boolean;
  onKeep: (keeps: boolean) => void;
}) {
  const { t } = useTranslation();
  const rows = table.asides
    .slice(0, rowsShown)
    .map(({ row, is, text }) => t('import.aside.inRow', { row, text, is: t(`import.aside.is.${is}`) }));
  return (
    <p className={styles.aside}>
      {!keeps && (
        <span>
          {t('import.aside.count', { count: table.asides.length })}: {rows.join(' · ')}
        </span>
      )}
      <Button size="small" type="link" onClick={() => onKeep(!keeps)}>
        {t(keeps ? 'import.aside.skip' : 'import.aside.keep')}
      </Button>
    </p>
  );
}
