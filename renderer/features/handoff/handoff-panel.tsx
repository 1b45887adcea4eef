import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Meter } from '../../ui/meter.tsx';
import styles from './handoff-panel.module.css';
import { decisionTones, stateTones } from './tone.ts';

/** The handoffs an account came by, with where each stands; nothing where it came by none. */
export function HandoffPanel({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const { data: handoffs } = useQuery(api.handoff.list.queryOptions({ accountId }));
  if (!handoffs || handoffs.length === 0) return null;
  return (
    <Card title={t('nav.handoff')}>
      <ul>
        {handoffs.map(({ id, deal, seller, state, score, offered, openGaps }) => (
          <li key={id} className={styles.handoff}>
            <Link to={`/handoffs/${id}`} className={styles.name}>
              {deal ?? seller ?? t('handoff.form.sheet')}
            </Link>
            <span className={styles.score}>
              <Meter ratio={score / 100} tone={decisionTones[offered]} />
              {score}
            </span>
            {openGaps > 0 && <Chip tone="warn">{t('handoff.panelGaps', { count: openGaps })}</Chip>}
            <Chip tone={stateTones[state]}>{t(`handoff.state.${state}`)}</Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
}
