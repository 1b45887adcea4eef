import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QbrContent } from '../../../db/qbr/content.ts';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import { isPartShown } from '../../../db/qbr/left-out.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { CommitmentCard } from './commitment-card.tsx';
import { FigureCard } from './figure-card.tsx';
import { figuresOf } from './figure-section.tsx';
import { DoneCard, IdeaCards } from './idea-card.tsx';
import { LeftOut } from './left-out.tsx';
import { MaturityCard } from './maturity-card.tsx';
import { ToldColumns } from './narrative-columns.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import styles from './qbr.module.css';
import { qbrTitle } from './qbr-title.ts';
import { StakeholderCard } from './stakeholder-card.tsx';
import { ValueCard } from './value-card.tsx';
import { WhyCard } from './why-card.tsx';

/** The review as the customer gets it: the sections shown, from the version the files are made from. */
export function QbrPreview({ id, leftOut }: { id: number; leftOut: readonly QbrSection[] }) {
  const { t } = useTranslation();
  const { data: content } = useQuery(api.qbr.forCustomer.queryOptions({ id }));
  if (!content) return null;
  return (
    <div className={styles.paper}>
      <p className={styles.note}>{t('qbr.previewTeach')}</p>
      <LeftOut sections={leftOut} />
      <h2>{qbrTitle(content, t)}</h2>
      {content.sections.map((shown) => (
        <div key={shown.section} className={styles.main}>
          <SectionShown section={shown.section} content={content} />
          <ToldColumns labels={shown} />
        </div>
      ))}
    </div>
  );
}

/** A section as it is shown to read, not to write. */
export function SectionShown({ section, content }: { section: QbrSection; content: QbrContent }) {
  const { t } = useTranslation();
  const ofSide = (side: 'us' | 'customer') => t(`qbr.side.${side}`);
  const part = (lines: readonly unknown[], card: ReactNode) => (isPartShown(content, lines) ? card : null);
  switch (section) {
    case 'why':
      return part(content.success ? [content.success] : [], <WhyCard success={content.success} />);
    case 'outcomes':
      return (
        <>
          {part(content.goals, <OutcomeCard content={content} />)}
          {part(content.value.claims, <ValueCard value={content.value} />)}
        </>
      );
    case 'usage':
      return (
        <>
          {part(
            figuresOf(content, 'usage'),
            <FigureCard topic="usage" figures={figuresOf(content, 'usage')} />,
          )}
          {content.inside && <FigureCard topic="health" figures={figuresOf(content, 'health')} />}
        </>
      );
    case 'support':
    case 'feedback':
      return part(
        figuresOf(content, section),
        <FigureCard topic={section} figures={figuresOf(content, section)} />,
      );
    case 'risk':
      return (
        <>
          <FigureCard topic="risk" figures={figuresOf(content, 'risk')} />
          {content.inside && <DoneCard tasks={content.inside.tasks} />}
        </>
      );
    case 'stakeholder':
      return content.inside ? <StakeholderCard stakeholders={content.inside.stakeholders} /> : null;
    case 'expansion':
      return content.inside ? <IdeaCards inside={content.inside} /> : null;
    case 'commitments':
      return part(content.commitments, <CommitmentCard commitments={content.commitments} canScore={false} />);
    case 'maturity':
      return part(
        content.maturity.now ? [content.maturity.now] : [],
        <MaturityCard maturity={content.maturity} height={280} />,
      );
    case 'difficulty':
      return part(
        content.difficulties,
        <Lines
          title={t('qbr.section.difficulty')}
          lines={content.difficulties.map(({ difficulty, lesson }) => [difficulty, lesson])}
        />,
      );
    case 'plan':
      return part(
        content.plan,
        <Lines
          title={t('qbr.section.plan')}
          lines={content.plan.map(({ step, side, owner, dueOn }) => [step, ofSide(side), owner, dueOn])}
        />,
      );
    case 'ask':
      return (
        <>
          {part(
            content.asks,
            <Lines
              title={t('qbr.asks')}
              lines={content.asks.map(({ ask, side, askedOf, dueOn }) => [ask, ofSide(side), askedOf, dueOn])}
            />,
          )}
          {part(
            content.newCommitments,
            <Lines
              title={t('qbr.newCommitments')}
              lines={content.newCommitments.map(({ text, side, promisedBy, dueOn }) => [
                text,
                ofSide(side),
                promisedBy,
                dueOn,
              ])}
            />,
          )}
        </>
      );
    case 'agenda':
      return (
        <>
          {part(
            content.agenda,
            <Lines
              title={t('qbr.agenda')}
              lines={content.agenda.map((line) => [
                t(`qbr.section.${line.section}`),
                t('qbr.minutesShort', { minutes: line.minutes }),
                line.presenter,
              ])}
            />,
          )}
          {part(
            content.attendees,
            <Lines
              title={t('qbr.people')}
              lines={content.attendees.map(({ name, side, title }) => [name, ofSide(side), title])}
            />,
          )}
        </>
      );
  }
}

function Lines({ title, lines }: { title: string; lines: readonly (readonly (string | null)[])[] }) {
  const { t } = useTranslation();
  return (
    <Card title={title}>
      {lines.length === 0 && <p className={styles.muted}>{t('qbr.nothing')}</p>}
      {lines.map(([first, ...rest]) => (
        <div key={first} className={styles.line}>
          <span className={styles.name}>{first}</span>
          {rest
            .filter((cell) => cell !== null)
            .map((cell) => (
              <span key={cell} className={styles.muted}>
                {cell}
              </span>
            ))}
        </div>
      ))}
    </Card>
  );
}
