import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { comparedDays } from '../../../db/qbr/comparison.ts';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import type { Audience } from '../../../db/types/audience.ts';
import { type Language, languages } from '../../../db/types/language.ts';
import { api, screenQuery } from '../../lib/api.ts';
import { PrintedIn, PrintedPage } from '../../lib/printed-page.tsx';
import { Card } from '../../ui/card.tsx';
import { ToldColumns } from './narrative-columns.tsx';
import styles from './qbr.module.css';
import { SectionShown } from './qbr-preview.tsx';
import { qbrTitle } from './qbr-title.ts';

/** Where a review is printed from, in these languages one after the other. */
export function printAddress(id: number, audience: Audience, wanted: readonly Language[]): string {
  return `/reviews/${id}/print?audience=${audience}&languages=${wanted.join()}`;
}

/** A review on paper, from the version its files are made from. */
export function QbrPrint() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const [search] = useSearchParams();
  const audience = search.get('audience') === 'internal' ? 'internal' : 'customer';
  const asked = (search.get('languages') ?? '').split(',');
  const wanted = languages.filter((language) => asked.includes(language));
  const [first = 'en'] = wanted;
  const { data: content } = useQuery(
    api.qbr.printed.queryOptions({ id, audience, language: first }, screenQuery),
  );
  if (!content) return null;
  const title = qbrTitle(content, t);
  return (
    <PrintedPage
      title={audience === 'internal' ? t('qbr.internalTitle', { title }) : title}
      back={`/reviews/${id}`}
    >
      {(wanted.length > 0 ? wanted : [first]).map((language) => (
        <PrintedIn key={language} language={language}>
          <ReviewOnPaper id={id} audience={audience} language={language} />
        </PrintedIn>
      ))}
    </PrintedPage>
  );
}

/** Sections of several parts, each under its own title; the others are one part, titled like the section. */
const severalParts: ReadonlySet<QbrSection> = new Set(['outcomes', 'maturity', 'ask', 'agenda']);

function ReviewOnPaper({ id, audience, language }: { id: number; audience: Audience; language: Language }) {
  const { t } = useTranslation();
  const { data: content } = useQuery(api.qbr.printed.queryOptions({ id, audience, language }, screenQuery));
  if (!content) return null;
  const { asOf, meetingOn } = content.review;
  const { compared, dates } = comparedDays(content);
  return (
    <>
      <header>
        <h1>{qbrTitle(content, t)}</h1>
        {audience === 'internal' && <p>{t('qbr.internalVersion')}</p>}
        <p className={styles.muted}>
          {[
            t(`qbr.compared.${compared}`, dates),
            `${t('qbr.asOf')} ${asOf}`,
            ...(meetingOn === null ? [] : [`${t('qbr.meetingOn')} ${meetingOn}`]),
          ].join(' · ')}
        </p>
      </header>
      {content.sections.map((shown) => (
        <section key={shown.section}>
          {severalParts.has(shown.section) && <h2>{t(`qbr.section.${shown.section}`)}</h2>}
          <SectionShown section={shown.section} content={content} />
          <ToldColumns labels={shown} />
          {[
            { label: t('qbr.talkingPoint'), text: shown.talkingPoint },
            { label: t('qbr.question'), text: shown.question },
          ].map(
            ({ label, text }) =>
              text && (
                <Card key={label} title={t('qbr.insideOnly', { heading: label })}>
                  <p className={styles.prose}>{text}</p>
                </Card>
              ),
          )}
        </section>
      ))}
    </>
  );
}
