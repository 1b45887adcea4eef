import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Maximize2, Minimize2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { followsProposal } from '../../../db/maturity/consensus.ts';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { usePresenting } from '../../lib/presenting.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { isSettled, nextConfidence } from './answered.ts';
import type { AnswerChange, ShownAssessment, ShownRespondent } from './assessment-type.ts';
import { ballotOf } from './ballot.ts';
import { MaturityRadar } from './maturity-radar.tsx';
import { useAssessment, useRespondent } from './use-assessment.ts';
import styles from './workshop.module.css';
import { WorkshopEnd } from './workshop-end.tsx';
import { WorkshopHints } from './workshop-hints.tsx';
import { useWorkshopKeys } from './workshop-keys.ts';
import { WorkshopMap } from './workshop-map.tsx';
import { type Asking, WorkshopQuestion } from './workshop-question.tsx';

/** One question at a time, large, by keyboard; every answer is saved as it is given, and the figure grows beside it. */
export function WorkshopPage() {
  const id = Number(useParams().id);
  const [search] = useSearchParams();
  const as = Number(search.get('as'));
  return as > 0 ? <OwnAnswers id={id} as={as} key={as} /> : <CommonAnswers id={id} />;
}

function CommonAnswers({ id }: { id: number }) {
  const { assessment, isSaving, answer } = useAssessment(id);
  if (!assessment) return null;
  return <Workshop assessment={assessment} isSaving={isSaving} onAnswer={answer} />;
}

/** What one of several respondents answers, apart from the others. */
function OwnAnswers({ id, as }: { id: number; as: number }) {
  const { assessment, respondent, isSaving, answer } = useRespondent(id, as);
  if (!assessment) return null;
  if (!respondent) return <Navigate to={`/assessments/${id}?part=respondents`} replace />;
  return (
    <Workshop
      assessment={assessment}
      respondent={respondent}
      isSaving={isSaving}
      onAnswer={(indicator, change) => {
        if (!('because' in change || 'figures' in change)) answer(indicator, change);
      }}
    />
  );
}

function Workshop({
  assessment,
  respondent,
  isSaving,
  onAnswer,
}: {
  assessment: ShownAssessment;
  respondent?: ShownRespondent;
  isSaving: boolean;
  onAnswer: (indicator: string, change: AnswerChange) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { isPresenting, toggle: present } = usePresenting();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [shown, setShown] = useState<string | null>(null);
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
  const ballot = indicator ? ballotOf(assessment, indicator.key, shown === indicator.key) : null;
  const go = (key: string | undefined) => {
    if (key === undefined) return;
    setAsking(null);
    setCurrent(key);
    setSearch({ ...(respondent && { as: String(respondent.id) }), at: key }, { replace: true });
  };
  const step = (distance: number) => go(asked[at + distance]?.indicator.key);
  const give = (change: AnswerChange) => {
    if (!indicator) return;
    if (wanted < 0) go(indicator.key);
    // A level the respondents do not propose is theirs to explain first.
    const level = 'level' in change && !('because' in change) ? change.level : null;
    if (level !== null && ballot && !followsProposal(ballot.spread, level)) return setAsking(level);
    setAsking(null);
    onAnswer(indicator.key, change);
  };
  useWorkshopKeys({
    levels: model.scale.length,
    choose: (level) => give({ level }),
    next: () => step(1),
    nextOpen: () => go((open.find((each) => asked.indexOf(each) > at) ?? open[0])?.indicator.key),
    previous: () => step(-1),
    evidence: () => evidence.current?.focus(),
    confidence: () => {
      if (indicator) give({ confidence: nextConfidence(answerOf(indicator.key)?.confidence ?? null) });
    },
    notApplicable: () => setAsking('not-applicable'),
    votes: () => setShown(indicator?.key ?? null),
    present,
  });
  if (assessment.finishedOn !== null) return <Navigate to={`/assessments/${id}`} replace />;
  if (!dimension || !indicator) return null;
  const number = model.dimensions.indexOf(dimension) + 1;
  const inDimension = dimension.indicators.indexOf(indicator) + 1;
  const place =
    dimension.indicators.length === 1
      ? `${number} · ${dimension.name[language]}`
      : `${number}.${inDimension} · ${dimension.name[language]} · ${indicator.name[language]}`;
  const leave = () => void navigate(`/assessments/${id}${respondent ? '?part=respondents' : ''}`);
  return (
    <div className={isPresenting ? `${styles.workshop} ${styles.presenting}` : styles.workshop}>
      <PageHead
        title={model.name[language]}
        beside={
          <>
            <Chip>{subject}</Chip>
            {respondent && <Chip tone="accent">{respondent.name}</Chip>}
            <span className={styles.saved} aria-live="polite">
              {isSaving ? t('assessment.saving') : t('assessment.saved')}
            </span>
          </>
        }
      >
        <span className={`${styles.progress} tabular`}>
          {at + 1} / {asked.length}
        </span>
        <Button
          icon={isPresenting ? <Minimize2 size={14} /> : <Maximize2 size={14} />}
          aria-pressed={isPresenting}
          onClick={present}
        >
          {t('assessment.present')}
        </Button>
        <Button onClick={leave}>{t('assessment.pause')}</Button>
        {respondent ? (
          <Button type={open.length === 0 ? 'primary' : 'default'} onClick={leave}>
            {t('assessment.handOver')}
          </Button>
        ) : (
          <Button type={open.length === 0 ? 'primary' : 'default'} onClick={() => finish({ id })}>
            {t('assessment.finish')}
          </Button>
        )}
      </PageHead>
      <div className={styles.columns}>
        <div>
          <WorkshopQuestion
            place={place}
            indicator={indicator}
            answer={answerOf(indicator.key)}
            assessedOn={assessment.assessedOn}
            canMeasure={!respondent}
            ballot={ballot}
            attachTo={respondent ? null : { table: 'assessment', id, part: indicator.key }}
            asking={asking}
            onAsk={setAsking}
            evidenceRef={evidence}
            onAnswer={give}
          />
          <WorkshopHints levels={model.scale.length} hasVotes={ballot !== null} />
          <WorkshopEnd
            open={open.length}
            isLast={at === asked.length - 1}
            isRespondent={respondent !== undefined}
            onFirstOpen={() => go(open[0]?.indicator.key)}
          />
        </div>
        <aside className={styles.aside}>
          {!respondent && (
            <Card>
              <MaturityRadar assessment={assessment} height={230} />
            </Card>
          )}
          <Card>
            <WorkshopMap assessment={assessment} current={indicator.key} onGo={go} />
          </Card>
        </aside>
      </div>
    </div>
  );
}
