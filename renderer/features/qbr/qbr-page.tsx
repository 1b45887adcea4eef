import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import type { SectionState } from '../../../db/qbr/readiness.ts';
import { api, client, screenQuery } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { SectionSteps, type StepState } from '../../ui/section-steps.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FrozenWords } from './frozen-words.tsx';
import { type LineQuestion, LineQuestionDialog } from './line-section.tsx';
import { MeetingCard } from './meeting/meeting-card.tsx';
import { RatingCard } from './meeting/rating-card.tsx';
import { WrapUpDialog } from './meeting/wrap-up-dialog.tsx';
import styles from './qbr.module.css';
import { QbrDialog } from './qbr-dialog.tsx';
import { QbrPreview, SectionShown } from './qbr-preview.tsx';
import { qbrTitle } from './qbr-title.ts';
import type { QbrShown } from './qbr-type.ts';
import { ReadinessCard } from './readiness-card.tsx';
import { SectionEditor } from './section-editor.tsx';
import { SectionTools } from './section-tools.tsx';
import { TimelineCard } from './timeline-card.tsx';
import { useAction } from './use-action.ts';
import { useFixes } from './use-fixes.ts';
import { useHonesty } from './use-honesty.tsx';

/** Preparing a review: its sections, what is missing, how the customer will see it; or the copy of a frozen one. */
export function QbrPage() {
  const id = Number(useParams().id);
  const { data: view } = useQuery(api.qbr.get.queryOptions({ id }, screenQuery));
  return view ? <Prepare key={id} view={view} /> : null;
}

const steps: Readonly<Record<SectionState, StepState>> = {
  ready: 'done',
  gap: 'attention',
  untouched: 'open',
};

function Prepare({ view }: { view: QbrShown }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run } = useAction();
  const { qbr, content, readiness } = view;
  const sections = view.sections.map(({ section }) => section);
  const [chosen, setChosen] = useState<QbrSection>(sections.includes('outcomes') ? 'outcomes' : 'why');
  const [isPreview, setIsPreview] = useState(false);
  const [isMeeting, setIsMeeting] = useState(false);
  const [isWrappingUp, setIsWrappingUp] = useState(false);
  const navigate = useNavigate();
  const [question, setQuestion] = useState<LineQuestion | null>(null);
  const soWhat = useRef<HTMLDivElement>(null);
  const fix = useFixes(view, {
    show: (section) => {
      setIsPreview(false);
      setChosen(section);
    },
    write: setQuestion,
    setMeeting: () => setIsMeeting(true),
    focusSoWhat: () => requestAnimationFrame(() => soWhat.current?.querySelector('textarea')?.focus()),
  });
  const isFrozen = qbr.frozenAt !== null;
  const { whenHonest, dialog } = useHonesty(qbr.id);
  const freeze = () =>
    whenHonest(() =>
      run(async () => {
        await client.qbr.freeze.mutate({ id: qbr.id });
        notify({ text: t('qbr.frozenNow'), canUndo: true });
      }),
    );
  const hidden = view.sections.find(({ section }) => section === chosen)?.hidden ?? false;
  return (
    <>
      <PageHead
        title={qbrTitle(content, t)}
        beside={
          <>
            <button
              type="button"
              className={styles.link}
              disabled={isFrozen}
              onClick={() => setIsMeeting(true)}
            >
              <Chip>
                {[
                  t(`qbr.kindShort.${qbr.kind}`),
                  qbr.meetingOn ? format.longDate(qbr.meetingOn) : t('qbr.noDate'),
                  t('qbr.minutesShort', { minutes: qbr.minutes }),
                ].join(' · ')}
              </Chip>
            </button>
            {isFrozen && (
              <Chip tone="info">{t('qbr.isFrozen', { at: format.moment(qbr.frozenAt ?? '') })}</Chip>
            )}
            {qbr.heldOn && <Chip tone="good">{t('qbr.wasHeld', { date: qbr.heldOn })}</Chip>}
          </>
        }
      >
        {readiness && (
          <Chip tone={readiness.score === 100 ? 'good' : 'warn'} title={t('qbr.readyHint')}>
            {t('qbr.ready', { score: readiness.score })}
          </Chip>
        )}
        <Button onClick={() => setIsPreview(!isPreview)} aria-pressed={isPreview}>
          {t(isPreview ? 'qbr.backToWork' : 'qbr.preview')}
        </Button>
        <Button onClick={() => void navigate(`/reviews/${qbr.id}/meeting`)}>{t('qbr.meeting.open')}</Button>
        <ExportMenu id={qbr.id} />
        {isFrozen ? (
          <Button type={qbr.heldOn ? 'default' : 'primary'} onClick={() => setIsWrappingUp(true)}>
            {t(qbr.heldOn ? 'qbr.meeting.editHeld' : 'qbr.meeting.wrapUp')}
          </Button>
        ) : (
          <Popover content={<p style={{ maxWidth: 300 }}>{t('qbr.freezeTeach')}</p>} placement="bottomRight">
            <Button type="primary" onClick={freeze}>
              {t('qbr.freeze')}
            </Button>
          </Popover>
        )}
      </PageHead>
      <div className={styles.body}>
        <div className={styles.side}>
          <Card>
            <SectionSteps
              label={t('qbr.sections')}
              steps={sections.map((section) => {
                const state = view.states?.[section] ?? null;
                return {
                  key: section,
                  title: t(`qbr.section.${section}`),
                  state: state === null ? 'open' : steps[state],
                  stateLabel: t(`qbr.state.${state ?? 'unknown'}`),
                };
              })}
              current={chosen}
              onSelect={(section) => {
                setIsPreview(false);
                setChosen(section);
              }}
            />
          </Card>
          {readiness && <ReadinessCard gaps={readiness.gaps} leftOut={view.leftOut} onFix={fix} />}
          {view.honesty.answer !== null && (
            <Card title={t('qbr.honesty.kept')}>
              <p className={styles.muted}>{view.honesty.answer}</p>
            </Card>
          )}
          {view.timeline && !isFrozen && <TimelineCard dates={view.timeline} />}
        </div>
        <div className={styles.main}>
          {isPreview ? (
            <QbrPreview id={qbr.id} leftOut={view.leftOut} />
          ) : isFrozen ? (
            <>
              <p className={styles.note}>{t('qbr.frozenTeach')}</p>
              <SectionShown section={chosen} content={content} />
              <FrozenWords content={content} section={chosen} />
              {qbr.heldOn && (
                <div className={styles.two}>
                  <MeetingCard id={qbr.id} />
                  <RatingCard id={qbr.id} />
                </div>
              )}
            </>
          ) : (
            <>
              {hidden && <p className={styles.note}>{t('qbr.hiddenTeach')}</p>}
              <SectionEditor view={view} section={chosen} soWhatRef={soWhat} />
              <SectionTools view={view} section={chosen} />
            </>
          )}
        </div>
      </div>
      {isMeeting && (
        <QbrDialog
          qbr={qbr}
          accountId={qbr.accountId}
          onClose={() => setIsMeeting(false)}
          onCreated={() => undefined}
        />
      )}
      {dialog}
      {isWrappingUp && <WrapUpDialog view={view} onClose={() => setIsWrappingUp(false)} />}
      {question && <LineQuestionDialog view={view} question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}
