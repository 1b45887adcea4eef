import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { indicatorsOf } from '../../../db/domain/maturity-model.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import { MaturityRadar } from './maturity-radar.tsx';
import { useAssessment } from './use-assessment.ts';
import styles from './workshop.module.css';
import { useWorkshopKeys } from './workshop-keys.ts';
import { isSettled, WorkshopMap } from './workshop-map.tsx';
import { WorkshopQuestion } from './workshop-question.tsx';

/** One question at a time, large, by keyboard; every answer is saved as it is given, and the figure grows beside it. */
export function WorkshopPage() {
  const id = Number(useParams().id);
  const { assessment, isSaving, answer } = useAssessment(id);
  if (!assessment) return null;
  if (assessment.finishedOn !== null) return <Navigate to={`/assessments/${id}`} replace />;
  return <Workshop assessment={assessment} isSaving={isSaving} onAnswer={answer} />;
}

function Workshop({
  assessment,
  isSaving,
  onAnswer,
}: {
  assessment: ShownAssessment;
  isSaving: boolean;
  onAnswer: ReturnType<typeof useAssessment>['answer'];
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [isSkipping, setSkipping] = useState(false);
  // The address follows in its own time; what is on screen must not wait for it, or a quick key answers the question before.
  const [current, setCurrent] = useState(search.get('at'));
  const evidence = useRef<HTMLTextAreaElement>(null);
  const { mutate: finish } = useMutation(
    api.assessment.finish.mutationOptions({
      onSuccess: () => void navigate(`/assessments/${assessment.id}`),
    }),
  );
  const { model, answers, subject, id } = assessment;
  const asked = indicatorsOf(model);
  const answerOf = (key: string) => answers.find(({ indicator }) => indicator === key);
  const open = asked.filter(({ indicator }) => !isSettled(answerOf(indicator.key)));
  const wanted = asked.findIndex(({ indicator }) => indicator.key === current);
  // Where it was left: the first question still open. Held from then on, so that answering it does not turn the page.
  const at = wanted >= 0 ? wanted : Math.max(0, open[0] ? asked.indexOf(open[0]) : 0);
  const { dimension, indicator } = asked[at] ?? {};
  const go = (key: string | undefined) => {
    if (key === undefined) return;
    setSkipping(false);
    setCurrent(key);
    setSearch({ at: key }, { replace: true });
  };
  const step = (distance: number) => go(asked[at + distance]?.indicator.key);
  const isLast = at === asked.length - 1;
  const give = (change: Parameters<typeof onAnswer>[1]) => {
    if (!indicator) return;
    if (wanted < 0) go(indicator.key);
    onAnswer(indicator.key, change);
  };
  useWorkshopKeys({
    levels: model.scale.length,
    choose: (level) => give({ level }),
    next: () => step(1),
    previous: () => step(-1),
    evidence: () => evidence.current?.focus(),
    notApplicable: () => setSkipping(true),
  });
  if (!dimension || !indicator) return null;
  const number = model.dimensions.indexOf(dimension) + 1;
  const inDimension = dimension.indicators.indexOf(indicator) + 1;
  const place =
    dimension.indicators.length === 1
      ? `${number} · ${dimension.name[language]}`
      : `${number}.${inDimension} · ${dimension.name[language]} · ${indicator.name[language]}`;
  return (
    <>
      <PageHead
        title={model.name[language]}
        beside={
          <>
            <Chip>{subject}</Chip>
            <span className={styles.saved} aria-live="polite">
              {isSaving ? t('assessment.saving') : t('assessment.saved')}
            </span>
          </>
        }
      >
        <span className={`${styles.progress} tabular`}>
          {at + 1} / {asked.length}
        </span>
        <Button onClick={() => void navigate(`/assessments/${id}`)}>{t('assessment.pause')}</Button>
        <Button type={open.length === 0 ? 'primary' : 'default'} onClick={() => finish({ id })}>
          {t('assessment.finish')}
        </Button>
      </PageHead>
      <div className={styles.columns}>
        <div>
          <WorkshopQuestion
            place={place}
            indicator={indicator}
            answer={answerOf(indicator.key)}
            isSkipping={isSkipping}
            onSkipping={setSkipping}
            evidenceRef={evidence}
            onAnswer={give}
          />
          <p className={styles.hints}>
            <Kbd>{`1–${model.scale.length}`}</Kbd> {t('assessment.keys.choose')} · <Kbd>E</Kbd>{' '}
            {t('assessment.keys.evidence')} · <Kbd>N</Kbd> {t('assessment.keys.notApplicable')} · <Kbd>←</Kbd>{' '}
            {t('assessment.keys.previous')} · <Kbd>↵</Kbd> {t('assessment.keys.next')}
          </p>
          {(isLast || open.length === 0) && (
            <div className={styles.end}>
              {open.length === 0
                ? t('assessment.allAnswered')
                : t('assessment.stillOpen', { count: open.length })}
              {open[0] && (
                <Button onClick={() => go(open[0]?.indicator.key)}>{t('assessment.firstOpen')}</Button>
              )}
            </div>
          )}
        </div>
        <aside className={styles.aside}>
          <Card>
            <MaturityRadar assessment={assessment} height={230} />
          </Card>
          <Card>
            <WorkshopMap assessment={assessment} current={indicator.key} onGo={go} />
          </Card>
        </aside>
      </div>
    </>
  );
}
