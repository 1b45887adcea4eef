import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ArrowLeft, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { threadDays } from '../../../db/contact/relationship.ts';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RelationForm } from './relation-form.tsx';
import { RelationshipGrid } from './relationship-grid.tsx';
import styles from './relationship-page.module.css';

/** Who counts at a customer and how they feel about us, who reports to and knows whom; made to be printed too. */
export function RelationshipPage() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const { data: account, error } = useQuery(api.account.get.queryOptions({ id }));
  const { data: people } = useQuery(api.contact.people.queryOptions({ accountId: id }));
  if (error && !account)
    return (
      <EmptyState
        title={t('app.notFound.title')}
        action={<Link to="/accounts">{t('app.notFound.back')}</Link>}
      >
        {failureText(error, t)}
      </EmptyState>
    );
  if (!account || !people) return null;
  return (
    <>
      <PageHead
        title={
          <>
            <Link to={`/accounts/${id}`} className={styles.back} aria-label={account.name}>
              <ArrowLeft size={16} />
            </Link>
            {t('contact.map.title', { account: account.name })}
          </>
        }
        beside={
          people.threads <= 1 && (
            <Chip tone="warn" shape="watch" title={t('contact.singleThread.why', { days: threadDays })}>
              {people.threads === 1 ? t('contact.singleThread.name') : t('contact.singleThread.none')}
            </Chip>
          )
        }
      >
        <span className={styles.print}>
          <Button icon={<Printer size={13} />} onClick={() => window.print()}>
            {t('contact.map.print')}
          </Button>
        </span>
      </PageHead>
      {people.contacts.length === 0 ? (
        <EmptyState
          title={t('contact.map.none')}
          action={<Link to={`/accounts/${id}`}>{t('contact.add')}</Link>}
        >
          {t('contact.none')}
        </EmptyState>
      ) : (
        <div className={styles.body}>
          <RelationshipGrid people={people} />
          <div className={styles.screen}>
            <RelationForm people={people} />
          </div>
        </div>
      )}
    </>
  );
}
