import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProfileLine } from '../../../db/segment/ideal-profile-query.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './profile-page.module.css';
import type { ProfileCut } from './profile-points.ts';

/** Longer lists are cut to a segment first; the count says how many there are. */
const shownAccounts = 200;

/** The accounts of a quadrant with what it advises, or what is missing to place them. */
export function ProfileList({
  cut,
  accounts,
  currency,
}: {
  cut: ProfileCut;
  accounts: readonly ProfileLine[];
  currency: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const why = ({ points, missing, ability }: ProfileLine) => {
    if (points !== null && ability !== null)
      return t('profile.standing', { points, ability: t(`profile.ability.${ability.stage}`) });
    const lacks = [
      ...(missing.length > 0 ? [t('profile.lacks.motivation', { count: missing.length })] : []),
      ...(ability === null ? [t('profile.lacks.ability')] : []),
    ];
    return lacks.join(t('profile.lacks.joint'));
  };
  return (
    <section className={styles.list} aria-label={t('profile.accounts')}>
      <h2>
        {typeof cut === 'object' ? t('profile.atPoint') : t(`profile.quadrant.${cut}`)} · {accounts.length}
      </h2>
      {typeof cut === 'string' && <p className={styles.advice}>{t(`profile.advice.${cut}`)}</p>}
      <ul>
        {accounts.slice(0, shownAccounts).map((account) => (
          <li key={account.id} className={styles.account}>
            <Link to={`/accounts/${account.id}`}>{account.name}</Link>
            <span className={styles.why}>{why(account)}</span>
            <span className={styles.money}>
              {account.arrMinor === null ? '–' : format.money({ minor: account.arrMinor, currency })}
            </span>
          </li>
        ))}
      </ul>
      {accounts.length > shownAccounts && (
        <p className={styles.why}>{t('profile.more', { count: accounts.length - shownAccounts })}</p>
      )}
      {accounts.length === 0 && <p className={styles.why}>{t('profile.nobody')}</p>}
    </section>
  );
}
