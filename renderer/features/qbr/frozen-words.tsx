import { useTranslation } from 'react-i18next';
import { toldColumns } from '../../../db/qbr/content.ts';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import { Card } from '../../ui/card.tsx';
import styles from './qbr.module.css';
import type { QbrShown } from './qbr-type.ts';

/** What was written about a section of a frozen review. */
export function FrozenWords({ content, section }: { content: QbrShown['content']; section: QbrSection }) {
  const { t } = useTranslation();
  const words = content.sections.find((each) => each.section === section);
  const shown = [
    ...toldColumns.map((column) => ({ label: t(`qbr.${column}`), text: words?.[column] })),
    { label: t('qbr.insideOnly', { heading: t('qbr.talkingPoint') }), text: words?.talkingPoint },
    { label: t('qbr.insideOnly', { heading: t('qbr.question') }), text: words?.question },
  ].filter(({ text }) => text);
  return shown.map(({ label, text }) => (
    <Card key={label} title={label}>
      <p className={styles.prose}>{text}</p>
    </Card>
  ));
}
