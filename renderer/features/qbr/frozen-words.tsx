import { useTranslation } from 'react-i18next';
import { narrativeColumns } from '../../../db/qbr/content.ts';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import { Card } from '../../ui/card.tsx';
import styles from './qbr.module.css';
import type { QbrShown } from './qbr-type.ts';

/** What was written about a section of a frozen review. */
export function FrozenWords({ content, section }: { content: QbrShown['content']; section: QbrSection }) {
  const { t } = useTranslation();
  const labels = content.sections.find((each) => each.section === section);
  const shown = [
    ...narrativeColumns.map((column) => ({ label: t(`qbr.${column}`), text: labels?.[column] })),
    { label: t('qbr.insideOnly', { heading: t('qbr.talkingPoint') }), text: labels?.talkingPoint },
    { label: t('qbr.insideOnly', { heading: t('qbr.question') }), text: labels?.question },
  ].filter(({ text }) => text);
  return shown.map(({ label, text }) => (
    <Card key={label} title={label}>
      <p className={styles.prose}>{text}</p>
    </Card>
  ));
}
