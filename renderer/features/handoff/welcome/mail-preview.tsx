import { useTranslation } from 'react-i18next';
import type { MailPart } from '../../../../db/mail/template.ts';
import styles from './welcome-dialog.module.css';

/** The message as the customer will read it; what is missing stands out where it is missing. */
export function MailPreview({ subject, body }: { subject: readonly MailPart[]; body: readonly MailPart[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.preview} aria-label={t('handoff.welcome.preview')}>
      <h3>
        <Parts parts={subject} />
      </h3>
      <p>
        <Parts parts={body} />
      </p>
    </section>
  );
}

function Parts({ parts }: { parts: readonly MailPart[] }) {
  return [...parts.entries()].map(([place, part]) => <Part key={place} part={part} />);
}

function Part({ part }: { part: MailPart }) {
  const { t } = useTranslation();
  switch (part.part) {
    case 'words':
      return part.text;
    case 'value':
      return <span className={styles.value}>{part.text}</span>;
    case 'missing':
      return (
        <mark className={styles.gap}>
          {t('handoff.welcome.gap', { name: t(`handoff.welcome.variable.${part.variable}`) })}
        </mark>
      );
    case 'unknown':
      return <mark className={styles.gap}>{t('handoff.welcome.unknown', { name: part.name })}</mark>;
  }
}
