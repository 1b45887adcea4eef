import {
  ArrowRight,
  BookOpen,
  CalendarCheck,
  ChartColumn,
  ChartLine,
  Gem,
  Handshake,
  HeartPulse,
  History,
  ListChecks,
  Pentagon,
  Route,
  Settings,
  Shapes,
  TriangleAlert,
} from 'lucide-react';
import { risk } from '../../db/risk/noun.ts';
import { roles } from '../../db/types/role.ts';
import type { Area } from '../lib/area.ts';
import { nounScreen } from './noun-screen.ts';
import { TodayCount } from './today-count.tsx';

/**
 * The areas of the app, in the order of the menu. Navigation, routes, palette, go-to keys and settings are derived from this
 * list. The first screen of an area stands at its path; screens are imported when they are gone to, so an area that nobody
 * visits costs nothing at the start.
 */
export const areas: readonly Area[] = [
  {
    key: 'today',
    group: 'today',
    path: '/today',
    icon: CalendarCheck,
    goKey: 't',
    roles,
    isFixed: true,
    Count: TodayCount,
    screens: [
      {
        path: 'today',
        guide: 'today',
        load: async () => ({ Component: (await import('../features/today/today-page.tsx')).TodayPage }),
      },
    ],
  },
  {
    key: 'task',
    group: 'today',
    path: '/tasks',
    icon: ListChecks,
    goKey: 'k',
    roles: ['csm', 'consultant'],
    screens: [
      {
        path: 'tasks/:id?',
        guide: 'task',
        load: async () => ({ Component: (await import('../features/task/task-page.tsx')).TaskPage }),
      },
    ],
  },
  {
    key: 'account',
    group: 'customers',
    path: '/accounts',
    icon: BookOpen,
    goKey: 'b',
    roles,
    isFixed: true,
    screens: [
      {
        path: 'accounts',
        guide: 'account-list',
        load: async () => ({ Component: (await import('./account-list-screen.tsx')).AccountListScreen }),
      },
      {
        path: 'accounts/:id',
        guide: 'account',
        load: async () => ({ Component: (await import('./account-screen.tsx')).AccountScreen }),
      },
      {
        path: 'accounts/:id/people',
        guide: 'relationship',
        load: async () => ({
          Component: (await import('../features/account/relationship-page.tsx')).RelationshipPage,
        }),
      },
      {
        path: 'accounts/:id/card',
        load: async () => ({ Component: (await import('../features/account/card-page.tsx')).CardPage }),
      },
      {
        path: 'import',
        guide: 'import',
        title: 'import.title',
        load: async () => ({ Component: (await import('../features/import/import-page.tsx')).ImportPage }),
      },
      {
        path: 'import/past',
        guide: 'import-past',
        title: 'import.past.title',
        load: async () => ({ Component: (await import('../features/import/past-imports.tsx')).PastImports }),
      },
    ],
  },
  {
    key: 'lifecycle',
    group: 'customers',
    path: '/lifecycle',
    icon: Route,
    goKey: 'l',
    roles: ['head'],
    needs: 'account',
    screens: [
      {
        path: 'lifecycle',
        guide: 'lifecycle',
        load: async () => ({
          Component: (await import('../features/lifecycle/lifecycle-page.tsx')).LifecyclePage,
        }),
      },
      {
        path: 'lifecycle/templates',
        guide: 'milestone-template',
        title: 'milestone.template.title',
        load: async () => ({
          Component: (await import('../features/milestone/template-page.tsx')).TemplatePage,
        }),
      },
    ],
  },
  {
    key: 'segment',
    group: 'customers',
    path: '/segments',
    icon: Shapes,
    goKey: 's',
    roles: ['consultant'],
    needs: 'account',
    screens: [
      {
        path: 'segments',
        guide: 'segment-list',
        load: async () => ({ Component: (await import('../features/segment/segment-page.tsx')).SegmentPage }),
      },
      {
        path: 'segments/profiles',
        guide: 'profile',
        title: 'profile.title',
        load: async () => ({ Component: (await import('../features/segment/profile-page.tsx')).ProfilePage }),
      },
      {
        path: 'segments/:id',
        guide: 'segment',
        load: async () => ({
          Component: (await import('../features/segment/segment-detail.tsx')).SegmentDetail,
        }),
      },
    ],
  },
  {
    key: 'value-point',
    group: 'customers',
    path: '/value',
    icon: Gem,
    goKey: 'v',
    roles: ['consultant'],
    needs: 'account',
    screens: [
      {
        path: 'value/:tab?',
        guide: 'value-point',
        load: async () => ({ Component: (await import('../features/value-point/value-page.tsx')).ValuePage }),
      },
    ],
  },
  {
    key: 'handoff',
    group: 'jobs',
    path: '/handoffs',
    icon: ArrowRight,
    goKey: 'h',
    roles: ['csm'],
    needs: 'account',
    screens: [
      {
        path: 'handoffs',
        guide: 'handoff-list',
        load: async () => ({ Component: (await import('../features/handoff/handoff-list.tsx')).HandoffList }),
      },
      {
        path: 'handoffs/lists/:kind?',
        guide: 'handoff-template',
        title: 'deliveryList.title',
        load: async () => ({
          Component: (await import('../features/handoff/delivery-list/template-page.tsx')).TemplatePage,
        }),
      },
      {
        path: 'handoffs/sync/:id?',
        guide: 'sync',
        title: 'sync.title',
        load: async () => ({ Component: (await import('../features/sync/sync-page.tsx')).SyncPage }),
      },
      {
        path: 'handoffs/learning',
        guide: 'handoff-learning',
        title: 'handoff.learning.title',
        load: async () => ({
          Component: (await import('../features/handoff/learning/learning-page.tsx')).LearningPage,
        }),
      },
      {
        path: 'handoffs/:id/papers',
        guide: 'handoff-papers',
        load: async () => ({
          Component: (await import('../features/handoff/papers/papers-page.tsx')).PapersPage,
        }),
      },
      {
        path: 'handoffs/:id',
        guide: 'handoff',
        load: async () => ({ Component: (await import('./handoff-route.tsx')).HandoffRoute }),
      },
    ],
  },
  {
    key: 'qbr',
    group: 'jobs',
    path: '/reviews',
    icon: ChartColumn,
    goKey: 'r',
    roles,
    needs: 'account',
    screens: [
      {
        path: 'reviews',
        guide: 'qbr-list',
        load: async () => ({ Component: (await import('../features/qbr/qbr-list.tsx')).QbrList }),
      },
      {
        path: 'reviews/year',
        guide: 'qbr-year',
        title: 'qbr.tab.year',
        load: async () => ({ Component: (await import('../features/qbr/qbr-year-page.tsx')).QbrYearPage }),
      },
      {
        path: 'reviews/practice',
        guide: 'qbr-practice',
        title: 'qbr.practice.title',
        load: async () => ({ Component: (await import('../features/qbr/practice-page.tsx')).PracticePage }),
      },
      {
        path: 'reviews/inside',
        guide: 'contribution',
        title: 'contribution.title',
        load: async () => ({
          Component: (await import('../features/qbr/contribution-page.tsx')).ContributionPage,
        }),
      },
      {
        path: 'reviews/:id',
        guide: 'qbr',
        load: async () => ({ Component: (await import('./qbr-route.tsx')).QbrRoute }),
      },
      {
        path: 'reviews/:id/print',
        load: async () => ({ Component: (await import('../features/qbr/qbr-print.tsx')).QbrPrint }),
      },
      {
        path: 'reviews/:id/meeting',
        load: async () => ({
          Component: (await import('../features/qbr/meeting/meeting-page.tsx')).MeetingPage,
        }),
      },
      {
        path: 'reviews/:id/presenter',
        load: async () => ({
          Component: (await import('../features/qbr/meeting/presenter-page.tsx')).PresenterPage,
        }),
      },
    ],
  },
  {
    key: 'assessment',
    group: 'jobs',
    path: '/assessments',
    icon: Pentagon,
    goKey: 'm',
    roles,
    screens: [
      {
        path: 'assessments',
        guide: 'assessment-list',
        load: async () => ({
          Component: (await import('../features/assessment/assessment-list.tsx')).AssessmentListPage,
        }),
      },
      {
        path: 'assessments/portfolio',
        guide: 'assessment-list',
        title: 'maturity.portfolio.title',
        load: async () => ({
          Component: (await import('../features/assessment/portfolio.tsx')).PortfolioPage,
        }),
      },
      {
        path: 'assessments/models',
        guide: 'maturity-model',
        title: 'maturityModel.title',
        load: async () => ({
          Component: (await import('../features/maturity-model/model-list.tsx')).ModelList,
        }),
      },
      {
        path: 'assessments/models/:id',
        guide: 'maturity-model',
        load: async () => ({
          Component: (await import('../features/maturity-model/model-editor.tsx')).ModelEditor,
        }),
      },
      {
        path: 'assessments/:id',
        guide: 'assessment',
        load: async () => ({
          Component: (await import('../features/assessment/assessment-page.tsx')).AssessmentPage,
        }),
      },
      {
        path: 'assessments/:id/compare',
        guide: 'assessment',
        load: async () => ({
          Component: (await import('../features/assessment/comparison-page.tsx')).ComparisonPage,
        }),
      },
      {
        path: 'assessments/:id/workshop',
        guide: 'workshop',
        load: async () => ({
          Component: (await import('../features/assessment/workshop.tsx')).WorkshopPage,
        }),
      },
      {
        path: 'assessments/:id/report',
        load: async () => ({
          Component: (await import('../features/assessment/report-page.tsx')).ReportPage,
        }),
      },
    ],
  },
  {
    key: 'commitment',
    group: 'jobs',
    path: '/promises',
    icon: Handshake,
    goKey: 'c',
    roles: [],
    needs: 'account',
    screens: [
      {
        path: 'promises',
        guide: 'commitment-ledger',
        load: async () => ({
          Component: (await import('../features/commitment/ledger-page.tsx')).LedgerPage,
        }),
      },
    ],
  },
  {
    key: 'health',
    group: 'signals',
    path: '/health',
    icon: HeartPulse,
    goKey: 'e',
    roles: ['head'],
    needs: 'account',
    screens: [
      {
        path: 'health',
        guide: 'health',
        load: async () => ({
          Component: (await import('../features/health/portfolio-page.tsx')).HealthPortfolioPage,
        }),
      },
      {
        path: 'health/model',
        guide: 'health-model',
        title: 'health.editor.title',
        load: async () => ({
          Component: (await import('../features/health/model-page.tsx')).HealthModelPage,
        }),
      },
      {
        path: 'health/readings',
        guide: 'health-reading',
        title: 'health.reading.title',
        load: async () => ({
          Component: (await import('../features/health/reading-page.tsx')).HealthReadingPage,
        }),
      },
      {
        path: 'health/back-test',
        guide: 'health-back-test',
        title: 'health.backTest.title',
        load: async () => ({
          Component: (await import('../features/health/back-test-page.tsx')).BackTestPage,
        }),
      },
      {
        path: 'health/capacity',
        guide: 'health-capacity',
        title: 'health.tab.capacity',
        load: async () => ({
          Component: (await import('../features/health/capacity-page.tsx')).CapacityPage,
        }),
      },
    ],
  },
  {
    key: 'risk',
    group: 'signals',
    path: '/risks',
    icon: TriangleAlert,
    goKey: 'x',
    roles: ['csm', 'head'],
    needs: 'account',
    screens: [nounScreen(risk)],
  },
  {
    key: 'report',
    group: 'money',
    path: '/report',
    icon: ChartLine,
    goKey: 'p',
    roles: ['head', 'consultant'],
    needs: 'account',
    screens: [
      {
        path: 'report',
        guide: 'report',
        load: async () => ({ Component: (await import('../features/report/report-page.tsx')).ReportPage }),
      },
    ],
  },
  {
    key: 'change',
    group: 'more',
    path: '/history',
    icon: History,
    goKey: 'i',
    roles: [],
    screens: [
      {
        path: 'history',
        guide: 'change',
        load: async () => ({ Component: (await import('../features/change/history-page.tsx')).HistoryPage }),
      },
    ],
  },
  {
    key: 'settings',
    group: 'more',
    path: '/settings',
    icon: Settings,
    goKey: ',',
    roles,
    isFixed: true,
    screens: [
      {
        path: 'settings',
        guide: 'settings',
        load: async () => ({ Component: (await import('./settings-route.tsx')).SettingsRoute }),
      },
    ],
  },
];
