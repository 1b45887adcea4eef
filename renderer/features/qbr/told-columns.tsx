import { useTranslation } from 'react-i18next';
import { type SectionShown, toldColumns } from '../../../db/qbr/content.ts';
import styles from './told-columns.module.css';

/** What happened, what it means and what comes next, side by side as they are told; nothing where nothing is written. */
export function ToldColumns({ words }: { words: SectionShown }) {
  const { t } = useTranslation();
  const told = toldColumns.flatMap((column) => {
    const text = words[column];
    return text ? [{ column, text }] : [];
  });
  if (told.length === 0) return null;
  return (
    <dl className={styles.columns}>
      {told.map(({ column, text }) => (
        <div key={column} className={styles.column}>
          <dt>{t(`qbr.${column}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
