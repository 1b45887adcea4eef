import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QbrContent } from '../../../db/domain/qbr-content.ts';
import type { QbrSection } from '../../../db/domain/qbr-kind.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import { CommitmentCard } from './commitment-card.tsx';
import { FigureCard } from './figure-card.tsx';
import { figuresOf } from './figure-section.tsx';
import { DoneCard, IdeaCards } from './idea-card.tsx';
import { MaturityCard } from './maturity-card.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import styles from './qbr.module.css';
import { qbrTitle } from './qbr-title.ts';
import { StakeholderCard } from './stakeholder-card.tsx';
import { ToldColumns } from './told-columns.tsx';
import { ValueCard } from './value-card.tsx';
import { WhyCard } from './why-card.tsx';

/** The review as the customer gets it: the sections shown, from the version the files are made from. */
export function QbrPreview({ id }: { id: number }) {
  const { t } = useTranslation();
  const { data: content } = useQuery(api.qbr.forCustomer.queryOptions({ id }));
  if (!content) return null;
  return (
    <div className={styles.paper}>
      <p className={styles.note}>{t('qbr.previewTeach')}</p>
      <h2>{qbrTitle(content, t)}</h2>
      {content.sections.map((shown) => (
        <div key={shown.section} className={styles.main}>
          <SectionShown section={shown.section} content={content} />
          <ToldColumns words={shown} />
        </div>
      ))}
    </div>
  );
}

/** A section as it is shown to read, not to write. */
export function SectionShown({ section, content }: { section: QbrSection; content: QbrContent }) {
  const { t } = useTranslation();
  const ofSide = (side: 'us' | 'customer') => t(`qbr.side.${side}`);
  switch (section) {
    case 'why':
      return <WhyCard success={content.success} />;
    case 'outcomes':
      return (
        <>
          <OutcomeCard content={content} />
          <ValueCard value={content.value} />
        </>
      );
    case 'usage':
      return (
        <>
          <FigureCard topic="usage" figures={figuresOf(content, 'usage')} />
          {content.inside && <FigureCard topic="health" figures={figuresOf(content, 'health')} />}
        </>
      );
    case 'support':
    case 'feedback':
      return <FigureCard topic={section} figures={figuresOf(content, section)} />;
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
      return <CommitmentCard commitments={content.commitments} canScore={false} />;
    case 'maturity':
      return <MaturityCard maturity={content.maturity} height={280} />;
    case 'difficulty':
      return (
        <Lines
          title={t('qbr.section.difficulty')}
          lines={content.difficulties.map(({ difficulty, lesson }) => [difficulty, lesson])}
        />
      );
    case 'plan':
      return (
        <Lines
          title={t('qbr.section.plan')}
          lines={content.plan.map(({ step, side, owner, dueOn }) => [step, ofSide(side), owner, dueOn])}
        />
      );
    case 'ask':
      return (
        <>
          <Lines
            title={t('qbr.asks')}
            lines={content.asks.map(({ ask, side, askedOf, dueOn }) => [ask, ofSide(side), askedOf, dueOn])}
          />
          <Lines
            title={t('qbr.newCommitments')}
            lines={content.newCommitments.map(({ text, side, promisedBy, dueOn }) => [
              text,
              ofSide(side),
              promisedBy,
              dueOn,
            ])}
          />
        </>
      );
    case 'agenda':
      return (
        <>
          <Lines
            title={t('qbr.agenda')}
            lines={content.agenda.map((line) => [
              t(`qbr.section.${line.section}`),
              t('qbr.minutesShort', { minutes: line.minutes }),
              line.presenter,
            ])}
          />
          <Lines
            title={t('qbr.people')}
            lines={content.attendees.map(({ name, side, title }) => [name, ofSide(side), title])}
          />
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
