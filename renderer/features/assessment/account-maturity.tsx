import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import styles from './account-maturity.module.css';
import { MaturityRadar } from './maturity-radar.tsx';
import { NewAssessmentDialog } from './new-assessment-dialog.tsx';
import { useAssessment } from './use-assessment.ts';
import { Verdict } from './verdict.tsx';

/** An account's latest finished assessment with what it advises, for the account's page. */
export function AccountMaturity({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const [isStarting, setStarting] = useState(false);
  const { data: lines } = useQuery(api.assessment.list.queryOptions({ accountId }));
  if (!lines) return null;
  const latest = lines.find(({ finishedOn }) => finishedOn !== null);
  const underWay = lines.find(({ finishedOn }) => finishedOn === null);
  return (
    <Card
      title={t('nav.assessment')}
      beside={latest?.assessedOn}
      action={
        underWay ? (
          <Link to={`/assessments/${underWay.id}/workshop`} className={styles.link}>
            {t('assessment.resume')}
          </Link>
        ) : (
          <Button size="small" onClick={() => setStarting(true)}>
            {t('assessment.new')}
          </Button>
        )
      }
    >
      {latest ? <Latest id={latest.id} /> : <p className={styles.none}>{t('assessment.none.ofAccount')}</p>}
      {isStarting && <NewAssessmentDialog accountId={accountId} onClose={() => setStarting(false)} />}
    </Card>
  );
}

function Latest({ id }: { id: number }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { assessment } = useAssessment(id);
  if (!assessment) return null;
  const stage = assessment.model.stages.find(({ key }) => key === assessment.result.stage?.key);
  return (
    <div className={styles.latest}>
      <Verdict assessment={assessment} />
      <MaturityRadar assessment={assessment} height={210} />
      {stage && (
        <ul className={styles.advice}>
          {stage.advice.map((line) => (
            <li key={line.en}>{line[language]}</li>
          ))}
        </ul>
      )}
      <Link to={`/assessments/${id}`} className={styles.link}>
        {t('assessment.toResult')}
      </Link>
    </div>
  );
}
