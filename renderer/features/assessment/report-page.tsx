import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Audience } from '../../../db/types/audience.ts';
import { type Language, languages } from '../../../db/types/language.ts';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { PrintedIn, PrintedPage } from '../../lib/printed-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { PrintedAssessment } from './assessment-type.ts';
import { ReportAnswers } from './report-answers.tsx';
import { ReportCover } from './report-cover.tsx';
import { ReportFindings, ReportSummary, ReportWay } from './report-findings.tsx';
import { ReportMethod } from './report-method.tsx';
import { ReportPlan } from './report-plan.tsx';

type Wanted = {
  readonly audience: Audience;
  /** One after the other. */
  readonly wanted: readonly Language[];
  readonly against: number | undefined;
};

/** Where the report of an assessment is printed from. */
export function reportAddress(id: number, { audience, wanted, against }: Wanted): string {
  const search = new URLSearchParams({ audience, languages: wanted.join() });
  if (against !== undefined) search.set('against', String(against));
  return `/assessments/${id}/report?${search}`;
}

/** An assessment as a report on paper, in one language or in both one after the other. */
export function ReportPage() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const [search] = useSearchParams();
  const audience = search.get('audience') === 'internal' ? 'internal' : 'customer';
  const against = Number(search.get('against')) || undefined;
  const asked = (search.get('languages') ?? '').split(',');
  const chosen = languages.filter((language) => asked.includes(language));
  const wanted = chosen.length > 0 ? chosen : (['en'] as const);
  const [language] = wanted;
  const which: Which = { id, audience, ...(against !== undefined && { against }) };
  const { data: name, error } = useQuery(
    api.assessment.fileName.queryOptions({ ...which, language: language ?? 'en', form: 'workbook' }),
  );
  if (error)
    return (
      <EmptyState
        title={t('app.notFound.title')}
        action={<Link to="/assessments">{t('app.notFound.back')}</Link>}
      >
        {failureText(error, t)}
      </EmptyState>
    );
  if (name === undefined) return null;
  return (
    <PrintedPage title={name.replace(/\.xlsx$/, '')} back={`/assessments/${id}`}>
      {wanted.map((each) => (
        <ReportIn key={each} which={which} language={each} />
      ))}
    </PrintedPage>
  );
}

type Which = { readonly id: number; readonly audience: Audience; readonly against?: number };

function ReportIn({ which, language }: { which: Which; language: Language }) {
  const { i18n } = useTranslation();
  const { data: printed } = useQuery(api.assessment.printed.queryOptions({ ...which, language }));
  if (!printed) return null;
  const { view, by } = printed;
  const t = i18n.getFixedT(language);
  const title = t('assessment.file.title', { subject: view.subject, model: view.model.name[language] });
  const head = which.audience === 'internal' ? t('qbr.internalTitle', { title }) : title;
  return (
    <PrintedIn language={language} running={{ head, foot: by ?? '' }}>
      <Report printed={printed} audience={which.audience} />
    </PrintedIn>
  );
}

function Report({ printed, audience }: { printed: PrintedAssessment; audience: Audience }) {
  const { view } = printed;
  return (
    <>
      <ReportCover printed={printed} audience={audience} />
      <ReportSummary assessment={view} />
      <ReportFindings assessment={view} />
      <ReportWay assessment={view} />
      <ReportAnswers assessment={view} />
      <ReportPlan assessment={view} />
      <ReportMethod printed={printed} />
    </>
  );
}
