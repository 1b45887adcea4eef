import { useTranslation } from 'react-i18next';
import type { StakeholderShown } from '../../../db/contact/stakeholder.ts';
import type { InsideShown } from '../../../db/qbr/content.ts';
import { SentimentChip } from '../../lib/sentiment-chip.tsx';
import { Chip } from '../../ui/chip.tsx';
import { LineCard } from './line-card.tsx';
import styles from './qbr.module.css';

/** Who is at the customer and what changed among them. For the house alone. */
export function StakeholderCard({ stakeholders }: { stakeholders: InsideShown['stakeholders'] }) {
  const { t } = useTranslation();
  const { since, people, sponsorsGone } = stakeholders;
  return (
    <>
      {sponsorsGone.length > 0 && (
        <p className={styles.note}>
          <Chip tone="bad">{t('qbr.stakeholder.change.left')}</Chip>{' '}
          {t('qbr.stakeholder.sponsorGone', { names: sponsorsGone.join(', ') })}
        </p>
      )}
      <LineCard
        title={t('qbr.section.stakeholder')}
        beside={<Chip tone="warn">{t('qbr.insideField')}</Chip>}
        headings={[
          t('qbr.stakeholder.person'),
          t('qbr.stakeholder.role'),
          t('qbr.stakeholder.sentiment'),
          t('qbr.stakeholder.touched'),
          ...(since === null ? [] : [t('qbr.stakeholder.changeWord', { date: since })]),
        ]}
        rows={people.map((person) => ({
          id: person.id,
          name: person.name,
          cells: [
            [person.name, person.title].filter(Boolean).join(', '),
            person.role && t(`contact.choice.role.${person.role}`),
            <SentimentChip key="sentiment" sentiment={person.sentiment} />,
            person.lastTouchedOn ?? t('qbr.stakeholder.never'),
            ...(since === null ? [] : [<Changes key="changes" person={person} />]),
          ],
        }))}
        empty={t('qbr.stakeholder.none')}
      />
      {since === null && people.length > 0 && (
        <p className={styles.muted}>{t('qbr.stakeholder.unknownSince')}</p>
      )}
    </>
  );
}

function Changes({ person }: { person: StakeholderShown }) {
  const { t } = useTranslation();
  const { changes, roleBefore, titleBefore } = person;
  if (changes.length === 0) return t('qbr.stakeholder.unchanged');
  const before = [roleBefore && t(`contact.choice.role.${roleBefore}`), titleBefore]
    .filter(Boolean)
    .join(', ');
  return (
    <span className={styles.chips}>
      {changes.map((change) => (
        <Chip key={change} tone={change === 'left' || change === 'cooler' ? 'warn' : 'info'}>
          {t(`qbr.stakeholder.change.${change}`)}
        </Chip>
      ))}
      {before !== '' && <span className={styles.source}>{t('qbr.stakeholder.was', { before })}</span>}
    </span>
  );
}
