import { useTranslation } from 'react-i18next';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import styles from './qbr.module.css';

/** Which sections the customer's version comes without, as nothing is on them; nothing where it has them all. */
export function LeftOut({ sections }: { sections: readonly QbrSection[] }) {
  const { t } = useTranslation();
  if (sections.length === 0) return null;
  const names = sections.map((section) => t(`qbr.section.${section}`)).join(t('qbr.recap.and'));
  return <p className={styles.muted}>{t('qbr.leftOut', { sections: names })}</p>;
}
