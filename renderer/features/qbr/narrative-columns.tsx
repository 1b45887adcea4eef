import { useTranslation } from 'react-i18next';
import { narrativeColumns, type SectionShown } from '../../../db/qbr/content.ts';
import styles from './narrative-columns.module.css';

/** What happened, what it means and what comes next, side by side as they are told; nothing where nothing is written. */
export function ToldColumns({ labels }: { labels: SectionShown }) {
  const { t } = useTranslation();
  const reported = narrativeColumns.flatMap((column) => {
    const text = labels[column];
    return text ? [{ column, text }] : [];
  });
  if (reported.length === 0) return null;
  return (
    <dl className={styles.columns}>
      {reported.map(({ column, text }) => (
        <div key={column} className={styles.column}>
          <dt>{t(`qbr.${column}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
