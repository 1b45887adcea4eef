import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountPeople, Person } from '../../../db/contact/people-query.ts';
import styles from './relationship-grid.module.css';
import { useSilenceWords } from './use-silence-words.ts';

const influences = [5, 4, 3, 2, 1] as const;
const sentiments = [-2, -1, 0, 1, 2] as const;

/** The people by influence (upwards) and mood (to the right); one pointed at or focused lights those it is tied to. */
export function RelationshipGrid({ people }: { people: AccountPeople }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState<number | null>(null);
  const { contacts, relations } = people;
  const tied = new Set(
    relations
      .filter(({ contactId, otherId }) => contactId === held || otherId === held)
      .flatMap(({ contactId, otherId }) => [contactId, otherId]),
  );
  const among = (own: readonly Person[]) => (
    <ul className={styles.people}>
      {own.map((person) => (
        <PersonCard
          key={person.id}
          person={person}
          people={people}
          isTied={tied.has(person.id)}
          isFaint={held !== null && held !== person.id && !tied.has(person.id)}
          onHold={setHeld}
        />
      ))}
    </ul>
  );
  const unplaced = contacts.filter(({ influence, sentiment }) => influence === null || sentiment === null);
  return (
    <>
      <table className={styles.grid}>
        <caption className={styles.caption}>{t('contact.map.caption')}</caption>
        <thead>
          <tr>
            <td />
            {sentiments.map((value) => (
              <th key={value} scope="col">
                {t(`contact.sentimentWord.${value}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {influences.map((influence) => (
            <tr key={influence}>
              <th scope="row" aria-label={t('contact.influence', { value: influence })}>
                {influence}
              </th>
              {sentiments.map((sentiment) => (
                <td key={sentiment}>
                  {among(
                    contacts.filter(
                      (person) => person.influence === influence && person.sentiment === sentiment,
                    ),
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {unplaced.length > 0 && (
        <section aria-label={t('contact.map.unplaced')} className={styles.unplaced}>
          <h2>{t('contact.map.unplaced')}</h2>
          {among(unplaced)}
        </section>
      )}
    </>
  );
}

function PersonCard({
  person,
  people: { contacts, relations },
  isTied,
  isFaint,
  onHold,
}: {
  person: Person;
  people: AccountPeople;
  isTied: boolean;
  isFaint: boolean;
  onHold: (id: number | null) => void;
}) {
  const { t } = useTranslation();
  const { formula } = useSilenceWords();
  const nameOf = (id: number) => contacts.find((contact) => contact.id === id)?.name ?? '';
  const superior = relations.find(({ kind, contactId }) => kind === 'reports-to' && contactId === person.id);
  const known = relations
    .filter(({ kind }) => kind === 'knows')
    .flatMap(({ contactId, otherId }) =>
      contactId === person.id ? [otherId] : otherId === person.id ? [contactId] : [],
    );
  return (
    <li
      className={`${styles.person} ${isTied ? styles.tied : ''} ${isFaint ? styles.faint : ''}`}
      onMouseEnter={() => onHold(person.id)}
      onMouseLeave={() => onHold(null)}
    >
      <span className={styles.name}>{person.name}</span>
      <span className={styles.role}>
        {[person.role && t(`contact.choice.role.${person.role}`), person.title].filter(Boolean).join(' · ')}
      </span>
      {superior && (
        <span className={styles.tie}>↑ {t('contact.map.reportsTo', { name: nameOf(superior.otherId) })}</span>
      )}
      {known.length > 0 && (
        <span className={styles.tie}>
          ↔ {t('contact.map.knows', { names: known.map(nameOf).join(t('grid.and')) })}
        </span>
      )}
      {person.silence.isSilent && (
        <span className={styles.silent} title={formula(person)}>
          ▲ {t('contact.silence.silent')}
        </span>
      )}
    </li>
  );
}
