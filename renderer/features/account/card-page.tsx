import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Audience } from '../../../db/types/audience.ts';
import { type Language, languages } from '../../../db/types/language.ts';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { PrintedIn, PrintedPage } from '../../lib/printed-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextTable } from '../../ui/text-table.tsx';
import styles from './card-page.module.css';

/** An account on one page of paper. */
export function CardPage() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const [search] = useSearchParams();
  const audience = search.get('audience') === 'internal' ? 'internal' : 'customer';
  const format = useFormat();
  const language = languages.find((each) => each === search.get('language')) ?? format.language;
  const { data: name, error } = useQuery(api.account.card.fileName.queryOptions({ id, audience, language }));
  if (error)
    return (
      <EmptyState
        title={t('app.notFound.title')}
        action={<Link to="/accounts">{t('app.notFound.back')}</Link>}
      >
        {failureText(error, t)}
      </EmptyState>
    );
  if (name === undefined) return null;
  return (
    <PrintedPage title={name.replace(/\.xlsx$/, '')} back={`/accounts/${id}`}>
      <PrintedIn language={language}>
        <CardOnPaper id={id} audience={audience} language={language} />
      </PrintedIn>
    </PrintedPage>
  );
}

function CardOnPaper({ id, audience, language }: { id: number; audience: Audience; language: Language }) {
  const { t } = useTranslation();
  const { data: card } = useQuery(api.account.card.printed.queryOptions({ id, audience, language }));
  if (!card) return null;
  const day = t('account.card.asOf', { day: card.asOf });
  return (
    <div className={styles.card}>
      <header>
        <h1>{card.name}</h1>
        <p>{audience === 'internal' ? `${day} · ${t('qbr.internalVersion')}` : day}</p>
      </header>
      <dl>
        {card.facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {card.sections.map(({ heading, columns, rows }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <TextTable columns={columns} rows={rows} />
        </section>
      ))}
    </div>
  );
}
