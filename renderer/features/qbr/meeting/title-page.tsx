import { useTranslation } from 'react-i18next';
import type { QbrContent } from '../../../../db/qbr/content.ts';
import { useFormat } from '../../../lib/format.ts';
import { qbrTitle } from '../qbr-title.ts';
import styles from './meeting-page.module.css';

/** What meeting this is, who is in it and how the time is meant to be spent. */
export function TitlePage({ content }: { content: QbrContent }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { review, attendees, agenda } = content;
  const facts = [
    review.meetingOn && format.longDate(review.meetingOn),
    review.place,
    t('qbr.minutesShort', { minutes: review.minutes }),
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <div className={styles.opening}>
      <h1>{qbrTitle(content, t)}</h1>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <div className={styles.pair}>
        {attendees.length > 0 && (
          <section>
            <h2>{t('qbr.people')}</h2>
            <ul>
              {attendees.map(({ name, title }) => (
                <li key={`${name} ${title}`}>
                  {name}
                  {title && <span className={styles.muted}> · {title}</span>}
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h2>{t('qbr.agenda')}</h2>
          <ul>
            {agenda.map(({ section, minutes, presenter }) => (
              <li key={section} className={styles.agendaLine}>
                <span>
                  {t(`qbr.section.${section}`)}
                  {presenter && <span className={styles.muted}> · {presenter}</span>}
                </span>
                <span className={`${styles.muted} tabular`}>{t('qbr.minutesShort', { minutes })}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
