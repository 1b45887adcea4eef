import type { AccountSection } from '../features/account/account-section.ts';
import { ContactCard } from '../features/account/contact-card.tsx';
import {
  ContractSection,
  FactsSection,
  LatestSection,
  TimelineSection,
} from '../features/account/own-sections.tsx';
import { AccountMaturity } from '../features/assessment/account-maturity.tsx';
import { AccountCommitments } from '../features/commitment/account-commitments.tsx';
import { GoalPanel } from '../features/goal/goal-panel.tsx';
import { ValuePanel } from '../features/goal/value-panel.tsx';
import { HandoffPanel } from '../features/handoff/handoff-panel.tsx';
import { AccountHealth } from '../features/health/account-health.tsx';
import { AccountLifecycle } from '../features/lifecycle/account-lifecycle.tsx';
import { AccountMilestones } from '../features/milestone/account-milestones.tsx';
import { QbrPanel } from '../features/qbr/qbr-panel.tsx';
import { AccountProfile } from '../features/segment/account-profile.tsx';
import { AccountSegments } from '../features/segment/account-segments.tsx';
import { AccountTasks } from '../features/task/account-tasks.tsx';
import { AccountValuePoints } from '../features/value-point/account-value-points.tsx';
import { NounPanels } from '../noun/noun-panels.tsx';

/** The parts of an account's page, in their order on each tab. A feature adds its own part here and nowhere else. */
export const accountSections: readonly AccountSection[] = [
  { key: 'goals', place: 'main', tabs: ['overview', 'goals'], counts: 'goal', Component: GoalPanel },
  { key: 'tasks', place: 'main', tabs: ['overview'], Component: AccountTasks },
  { key: 'latest', place: 'main', tabs: ['overview'], Component: LatestSection },
  { key: 'nouns', place: 'main', tabs: ['overview'], Component: NounPanels },
  { key: 'contracts', place: 'main', tabs: ['contracts'], Component: ContractSection },
  { key: 'timeline', place: 'main', tabs: ['timeline'], Component: TimelineSection },
  {
    key: 'contacts',
    place: 'main',
    tabs: ['people'],
    Component: ContactCard,
  },
  { key: 'health', place: 'aside', tabs: ['overview'], area: 'health', Component: AccountHealth },
  { key: 'people', place: 'aside', tabs: ['overview'], counts: 'contact', Component: ContactCard },
  { key: 'value', place: 'main', tabs: ['goals'], Component: ValuePanel },
  {
    key: 'value-points',
    place: 'aside',
    tabs: ['goals'],
    area: 'value-point',
    Component: AccountValuePoints,
  },
  { key: 'handoffs', place: 'main', tabs: ['handoff'], area: 'handoff', Component: HandoffPanel },
  { key: 'commitments', place: 'main', tabs: ['handoff'], Component: AccountCommitments },
  { key: 'reviews', place: 'main', tabs: ['reviews'], area: 'qbr', Component: QbrPanel },
  { key: 'maturity', place: 'aside', tabs: ['reviews'], area: 'assessment', Component: AccountMaturity },
  {
    key: 'maturity-now',
    place: 'aside',
    tabs: ['overview'],
    area: 'assessment',
    counts: 'assessment',
    Component: AccountMaturity,
  },
  {
    key: 'milestones',
    place: 'aside',
    tabs: ['overview', 'contracts'],
    counts: 'milestone',
    Component: AccountMilestones,
  },
  { key: 'lifecycle', place: 'aside', tabs: ['contracts', 'timeline'], Component: AccountLifecycle },
  { key: 'facts', place: 'main', tabs: ['facts'], Component: FactsSection },
  { key: 'segments', place: 'aside', tabs: ['facts'], Component: AccountSegments },
  { key: 'profile', place: 'aside', tabs: ['facts', 'people'], area: 'segment', Component: AccountProfile },
];
