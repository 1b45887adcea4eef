import { useQuery } from '@tanstack/react-query';
import type { ReactNode, RefObject } from 'react';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import { api, client } from '../../lib/api.ts';
import { ask } from '../../lib/goal-question.ts';
import { CommitmentCard } from './commitment-card.tsx';
import { FigureSection } from './figure-section.tsx';
import { DoneCard, IdeaCards } from './idea-card.tsx';
import { LineSection } from './line-section.tsx';
import { MaturityCard } from './maturity-card.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import styles from './qbr.module.css';
import type { QbrShown } from './qbr-type.ts';
import { StakeholderCard } from './stakeholder-card.tsx';
import { useAction } from './use-action.ts';
import { ValueCard } from './value-card.tsx';
import { WhyCard } from './why-card.tsx';
import { WordsCard } from './words-card.tsx';

/** A section of an open review with everything that can be written in it. */
export function SectionEditor({
  view,
  section,
  soWhatRef,
}: {
  view: QbrShown;
  section: QbrSection;
  soWhatRef: RefObject<HTMLDivElement | null>;
}) {
  const { run } = useAction();
  const { qbr, content } = view;
  const { accountId } = qbr;
  const { data: goals } = useQuery(api.goal.list.queryOptions({ accountId }));
  const { data: value } = useQuery(api.value.claim.list.queryOptions({ accountId }));
  const entry = view.sections.find((each) => each.section === section);
  const labels = entry && (
    <WordsCard
      key={section}
      entry={entry}
      soWhatRef={soWhatRef}
      onSave={(changed) => run(() => client.qbr.editSection.mutate({ id: qbr.id, section, labels: changed }))}
    />
  );
  const beside = (main: ReactNode) => (
    <div className={styles.two}>
      <div className={styles.main}>{main}</div>
      {labels}
    </div>
  );
  switch (section) {
    case 'why':
      return beside(
        <WhyCard
          success={content.success}
          edit={{
            write: () => ask({ about: 'success', accountId }),
            confirm: () =>
              run(() =>
                client.goal.successDefinition.confirm.mutate({
                  accountId,
                  by: view.contacts[0]?.name ?? null,
                }),
              ),
          }}
        />,
      );
    case 'outcomes':
      return (
        <>
          <OutcomeCard
            content={content}
            edit={{
              add: () => ask({ about: 'goal', accountId, goal: null }),
              open: (id) =>
                ask({ about: 'goal', accountId, goal: goals?.find((goal) => goal.id === id) ?? null }),
              readings: (goalId) => ask({ about: 'readings', accountId, goalId }),
            }}
          />
          <div className={styles.three}>
            <ValueCard
              value={content.value}
              edit={{
                add: () => ask({ about: 'claim', accountId, claim: null }),
                open: (id) =>
                  ask({
                    about: 'claim',
                    accountId,
                    claim: value?.claims.find((claim) => claim.id === id) ?? null,
                  }),
              }}
            />
            <MaturityCard maturity={content.maturity} height={230} />
            {labels}
          </div>
        </>
      );
    case 'usage':
      return beside(
        <>
          <FigureSection topic="usage" view={view} />
          <FigureSection topic="health" view={view} />
        </>,
      );
    case 'support':
    case 'feedback':
      return beside(<FigureSection topic={section} view={view} />);
    case 'risk':
      return beside(
        <>
          <FigureSection topic="risk" view={view} />
          {content.inside && <DoneCard tasks={content.inside.tasks} />}
        </>,
      );
    case 'stakeholder':
      return beside(content.inside && <StakeholderCard stakeholders={content.inside.stakeholders} />);
    case 'expansion':
      return beside(content.inside && <IdeaCards inside={content.inside} />);
    case 'commitments':
      return beside(<CommitmentCard commitments={content.commitments} canScore />);
    case 'maturity':
      return beside(<MaturityCard maturity={content.maturity} height={320} />);
    case 'difficulty':
      return beside(<LineSection kind="difficulty" view={view} isOpen />);
    case 'plan':
      return beside(<LineSection kind="plan" view={view} isOpen />);
    case 'ask':
      return beside(
        <>
          <LineSection kind="ask" view={view} isOpen />
          <LineSection kind="commitment" view={view} isOpen />
        </>,
      );
    case 'agenda':
      return beside(
        <>
          <LineSection kind="agenda" view={view} isOpen />
          <LineSection kind="attendee" view={view} isOpen />
        </>,
      );
  }
}
