import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Audience } from '../../../db/types/audience.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import type { PrintedAssessment } from './assessment-type.ts';
import styles from './report.module.css';

/** Who was assessed, by which model, when and by whom, under the consultant's logo. */
export function ReportCover({
  printed: { view, by, reach },
  audience,
}: {
  printed: PrintedAssessment;
  audience: Audience;
}) {
  const { t } = useTranslation();
  const { language, longDate } = useFormat();
  const { data: letterhead } = useQuery(api.letterhead.get.queryOptions());
  const { subject, model, assessedOn, compared } = view;
  return (
    <header className={styles.cover}>
      {/* After the head of the other pages, which is written into the page as well. */}
      <style>{'@page cover { @top-left { content: none; } @bottom-left { content: none; } }'}</style>
      {letterhead?.logo && <img className={styles.logo} src={letterhead.logo} alt={t('letterhead.logo')} />}
      <div className={styles.title}>
        <p className={styles.kind}>{t('assessment.report.kind')}</p>
        <h1>{subject}</h1>
        <p>{model.name[language]}</p>
      </div>
      <div className={styles.made}>
        <p>{longDate(assessedOn)}</p>
        {compared && <p>{t('assessment.report.beside', { date: longDate(compared.assessedOn) })}</p>}
        {by && <p>{t('assessment.report.by', { name: by })}</p>}
        {reach.length > 0 && <p>{reach.join(' · ')}</p>}
        {audience === 'internal' && <p className={styles.internal}>{t('qbr.internalVersion')}</p>}
      </div>
    </header>
  );
}
