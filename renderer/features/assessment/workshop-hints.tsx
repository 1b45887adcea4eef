import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './workshop.module.css';

/** What each key does, where it applies. */
export function WorkshopHints({ levels, hasVotes }: { levels: number; hasVotes: boolean }) {
  const { t } = useTranslation();
  const hints = [
    [`1–${levels}`, t('assessment.keys.choose')],
    ['E', t('assessment.keys.evidence')],
    ['C', t('assessment.keys.confidence')],
    ['N', t('assessment.keys.notApplicable')],
    ...(hasVotes ? [['V', t('assessment.keys.votes')] as const] : []),
    ['←', t('assessment.keys.previous')],
    ['↵', t('assessment.keys.next')],
    ['O', t('assessment.keys.nextOpen')],
    ['F', t('assessment.keys.present')],
  ] as const;
  return (
    <p className={styles.hints}>
      {hints.map(([key, labels]) => (
        <span key={key}>
          <Kbd>{key}</Kbd> {labels}
        </span>
      ))}
    </p>
  );
}
