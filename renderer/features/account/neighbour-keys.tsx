import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AccountNeighbours } from '../../../db/account/section-query.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './neighbour-keys.module.css';

/** Where the account stands in the list it came from, and the way to the one before (K) and after (J). */
export function NeighbourKeys({ neighbours }: { neighbours: AccountNeighbours }) {
  const { t } = useTranslation();
  const { position, count, previousId, nextId } = neighbours;
  const step = (to: number | null, key: string, label: string) =>
    to === null ? null : (
      <Link to={`/accounts/${to}`} aria-label={label} title={label} aria-keyshortcuts={key.toLowerCase()}>
        <Kbd>{key}</Kbd>
      </Link>
    );
  return (
    <span className={styles.keys}>
      {step(previousId, 'K', t('account.previous'))}
      {t('account.position', { position, count })}
      {step(nextId, 'J', t('account.next'))}
    </span>
  );
}
