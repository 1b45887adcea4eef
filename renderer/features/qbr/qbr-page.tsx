import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Gap } from '../../../db/domain/qbr-gap.ts';
import type { QbrSection } from '../../../db/domain/qbr-kind.ts';
import type { SectionState } from '../../../db/domain/qbr-readiness.ts';
import { api, client } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { ask } from '../../lib/goal-question.ts';
import { tell } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { SectionSteps, type StepState } from '../../ui/section-steps.tsx';
import { ExportMenu } from './export-menu.tsx';
import { type LineQuestion, LineQuestionDialog, newLine } from './line-section.tsx';
import styles from './qbr.module.css';
import { QbrDialog } from './qbr-dialog.tsx';
import { QbrPreview, SectionShown } from './qbr-preview.tsx';
import { qbrTitle } from './qbr-title.ts';
import type { QbrShown } from './qbr-type.ts';
import { ReadinessCard } from './readiness-card.tsx';
import { SectionEditor } from './section-editor.tsx';
import { useDeed } from './use-deed.ts';

/** Preparing a review: its sections, what is missing, how the customer will see it; or the copy of a frozen one. */
export function QbrPage() {
  const id = Number(useParams().id);
  const { data: view } = useQuery(api.qbr.get.queryOptions({ id }));
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
  const { run } = useDeed();
  const { qbr, content, readiness } = view;
  const sections = view.sections.map(({ section }) => section);
  const [chosen, setChosen] = useState<QbrSection>(sections.includes('outcomes') ? 'outcomes' : 'why');
  const [isPreview, setIsPreview] = useState(false);
  const [isMeeting, setIsMeeting] = useState(false);
  const [question, setQuestion] = useState<LineQuestion | null>(null);
  const soWhat = useRef<HTMLDivElement>(null);
  const mend = useMending(view, {
    show: (section) => {
      setIsPreview(false);
      setChosen(section);
    },
    write: setQuestion,
    setMeeting: () => setIsMeeting(true),
    focusSoWhat: () => requestAnimationFrame(() => soWhat.current?.querySelector('textarea')?.focus()),
  });
  const isFrozen = qbr.frozenAt !== null;
  const freeze = () =>
    run(async () => {
      await client.qbr.freeze.mutate({ id: qbr.id });
      tell({ text: t('qbr.frozenNow'), canUndo: true });
    });
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
        <ExportMenu id={qbr.id} />
        {isFrozen ? (
          !qbr.heldOn && <HeldButton view={view} />
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
                const state = readiness?.sections[section] ?? 'ready';
                return {
                  key: section,
                  title: t(`qbr.section.${section}`),
                  state: steps[state],
                  stateLabel: t(`qbr.state.${state}`),
                };
              })}
              current={chosen}
              onSelect={(section) => {
                setIsPreview(false);
                setChosen(section);
              }}
            />
          </Card>
          {readiness && <ReadinessCard gaps={readiness.gaps} onMend={mend} />}
          {view.timeline && !isFrozen && <Timeline dates={view.timeline} />}
        </div>
        <div className={styles.main}>
          {isPreview ? (
            <QbrPreview id={qbr.id} />
          ) : isFrozen ? (
            <>
              <p className={styles.note}>{t('qbr.frozenTeach')}</p>
              <SectionShown section={chosen} content={content} />
              <FrozenWords content={content} section={chosen} />
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
      {question && <LineQuestionDialog view={view} question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

/** Moves the section up, or takes it out of what is shown. */
function SectionTools({ view, section }: { view: QbrShown; section: QbrSection }) {
  const { t } = useTranslation();
  const { run } = useDeed();
  const { id } = view.qbr;
  const entry = view.sections.find((each) => each.section === section);
  const order = view.sections.map((each) => each.section);
  const at = order.indexOf(section);
  if (!entry) return null;
  const move = (to: number) => {
    const moved = order.toSpliced(at, 1).toSpliced(to, 0, section);
    run(() => client.qbr.orderSections.mutate({ id, order: moved }));
  };
  const hide = () => run(() => client.qbr.editSection.mutate({ id, ...entry, hidden: !entry.hidden }));
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <Button size="small" disabled={at === 0} onClick={() => move(at - 1)}>
        {t('qbr.moveUp')}
      </Button>
      <Button size="small" disabled={at === order.length - 1} onClick={() => move(at + 1)}>
        {t('qbr.moveDown')}
      </Button>
      <Button size="small" onClick={hide}>
        {t(entry.hidden ? 'qbr.showSection' : 'qbr.hideSection')}
      </Button>
    </div>
  );
}

function FrozenWords({ content, section }: { content: QbrShown['content']; section: QbrSection }) {
  const { t } = useTranslation();
  const words = content.sections.find((each) => each.section === section);
  const shown = [
    { label: t('qbr.soWhat'), text: words?.soWhat },
    { label: t('qbr.insideOnly', { heading: t('qbr.talkingPoint') }), text: words?.talkingPoint },
    { label: t('qbr.insideOnly', { heading: t('qbr.question') }), text: words?.question },
  ].filter(({ text }) => text);
  return shown.map(({ label, text }) => (
    <Card key={label} title={label}>
      <p className={styles.prose}>{text}</p>
    </Card>
  ));
}

function HeldButton({ view }: { view: QbrShown }) {
  const { t } = useTranslation();
  const { run } = useDeed();
  const { data: status } = useQuery(api.book.status.queryOptions());
  if (!status) return null;
  const { today } = status;
  return (
    <Button
      type="primary"
      onClick={() => run(() => client.qbr.hold.mutate({ id: view.qbr.id, heldOn: today }))}
    >
      {t('qbr.markHeld')}
    </Button>
  );
}

function Timeline({ dates }: { dates: NonNullable<QbrShown['timeline']> }) {
  const { t } = useTranslation();
  const { data: status } = useQuery(api.book.status.queryOptions());
  return (
    <Card title={t('qbr.timeline')}>
      <dl className={styles.timeline}>
        {dates.map(({ step, on }) => (
          <div key={step} style={{ display: 'contents' }}>
            <dt>{on}</dt>
            <dd className={status && on < status.today ? styles.past : undefined}>
              {t(`qbr.prepare-step.${step}`)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

type Places = {
  readonly show: (section: QbrSection) => void;
  readonly write: (question: LineQuestion) => void;
  readonly setMeeting: () => void;
  readonly focusSoWhat: () => void;
};

/** What the button beside each gap does. */
function useMending(view: QbrShown, { show, write, setMeeting, focusSoWhat }: Places): (gap: Gap) => void {
  const { run } = useDeed();
  const navigate = useNavigate();
  const { accountId, id } = view.qbr;
  const { data: goals } = useQuery(api.goal.list.queryOptions({ accountId }));
  const { data: value } = useQuery(api.valueClaim.list.queryOptions({ accountId }));
  const { data: status } = useQuery(api.book.status.queryOptions());
  return (gap) => {
    const subject = gap.subject?.id ?? 0;
    show(gap.section);
    switch (gap.mend) {
      case 'write-success':
        return ask({ about: 'success', accountId });
      case 'confirm-success':
        return run(() =>
          client.successDefinition.confirm.mutate({ accountId, by: view.contacts[0]?.name ?? null }),
        );
      case 'add-goal':
        return ask({ about: 'goal', accountId, goal: null });
      case 'add-reading':
      case 'source-reading':
        if (goals?.some((goal) => goal.id === subject))
          ask({ about: 'readings', accountId, goalId: subject });
        return;
      case 'add-claim':
        return ask({ about: 'claim', accountId, claim: null, valuePoint: gap.subject?.name ?? '' });
      case 'source-claim':
        return ask({
          about: 'claim',
          accountId,
          claim: value?.claims.find((claim) => claim.id === subject) ?? null,
        });
      case 'write-so-what':
        return focusSoWhat();
      case 'assess-maturity':
        return void navigate('/assessments');
      case 'add-difficulty':
        return write(newLine('difficulty'));
      case 'add-plan':
        return write(newLine('plan'));
      case 'add-ask':
        return write(newLine('ask', gap.key === 'ask-missing-customer' ? 'customer' : 'us'));
      case 'add-commitment':
        return write(newLine('commitment', gap.key === 'commitment-missing-customer' ? 'customer' : 'us'));
      case 'set-date':
        return setMeeting();
      case 'add-sponsor':
        return void navigate(`/accounts/${accountId}`);
      case 'invite-sponsor': {
        const contact = view.contacts.find((each) => each.id === subject);
        const known = view.lines.attendees.find(({ contactId }) => contactId === subject);
        const line = {
          side: 'customer' as const,
          name: contact?.name ?? gap.subject?.name ?? '',
          title: contact?.title ?? null,
          contactId: subject,
          invitedOn: status?.today ?? null,
          attended: null,
        };
        const { add, edit } = client.qbr.attendee;
        return run(() => (known ? edit.mutate({ id: known.id, line }) : add.mutate({ qbrId: id, line })));
      }
      case 'fit-agenda':
        return run(() => client.qbr.layAgenda.mutate({ id }));
      case 'score-commitments':
      case 'complete-plan':
        return; // the section shown is where it is done
    }
  };
}
