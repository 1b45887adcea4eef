import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Ballot } from './ballot.ts';
import styles from './votes.module.css';

/** How far the respondents lie apart on the question in hand, and what their answers propose. */
export function Votes({ ballot }: { ballot: Ballot }) {
  const { t } = useTranslation();
  const { spread, respondents, notApplicable, isShown } = ballot;
  return (
    <div className={styles.votes} aria-live="polite">
      <b>{t('assessment.consensus.settled', { settled: spread.settled, respondents })}</b>
      {isShown && <span>{spreadWords(ballot, t)}</span>}
      {isShown &&
        notApplicable.map(({ name, reason }) => (
          <span key={name}>{t('assessment.consensus.notApplicableBy', { name, reason })}</span>
        ))}
      {!isShown && <span>{t('assessment.consensus.hidden')}</span>}
    </div>
  );
}

function spreadWords({ spread }: Ballot, t: TFunction): string {
  const { isUnanimous, apart, proposal } = spread;
  if (isUnanimous) return t('assessment.consensus.unanimous');
  const distance = apart ? t('assessment.consensus.apart', { count: apart }) : '';
  const proposed = proposal?.applicable
    ? t('assessment.consensus.proposed', { level: proposal.level })
    : proposal
      ? t('assessment.consensus.proposedNot')
      : '';
  return [distance, proposed].filter((part) => part !== '').join(' · ');
}

/** Who chose a level: a mark and the name, so that it is read from the back of a room. */
export function VotesOf({ names }: { names: readonly string[] }) {
  return (
    <span className={styles.names}>
      {names.map((name) => (
        <span key={name} className={styles.name}>
          {name}
        </span>
      ))}
    </span>
  );
}
