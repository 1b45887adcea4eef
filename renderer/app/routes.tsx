import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { Bare } from './bare.tsx';
import { Fault } from './fault.tsx';
import type { GuideKey } from './guide-key.ts';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';

/** A screen without a guide is none: `handle` names the lines that explain it. */
type Screen = {
  readonly path: string;
  readonly handle: { readonly guide: GuideKey };
  readonly lazy: () => Promise<{ Component: ComponentType }>;
};

const screens: Screen[] = [
  {
    path: 'history',
    handle: { guide: 'change' },
    lazy: async () => ({ Component: (await import('../features/change/history-page.tsx')).HistoryPage }),
  },
  {
    path: 'accounts',
    handle: { guide: 'account-list' },
    lazy: async () => ({ Component: (await import('./account-list-screen.tsx')).AccountListScreen }),
  },
  {
    path: 'accounts/:id',
    handle: { guide: 'account' },
    lazy: async () => ({ Component: (await import('./account-screen.tsx')).AccountScreen }),
  },
  {
    path: 'accounts/:id/people',
    handle: { guide: 'relationship' },
    lazy: async () => ({
      Component: (await import('../features/account/relationship-page.tsx')).RelationshipPage,
    }),
  },
  {
    path: 'today',
    handle: { guide: 'today' },
    lazy: async () => ({ Component: (await import('../features/today/today-page.tsx')).TodayPage }),
  },
  {
    path: 'lifecycle',
    handle: { guide: 'lifecycle' },
    lazy: async () => ({
      Component: (await import('../features/lifecycle/lifecycle-page.tsx')).LifecyclePage,
    }),
  },
  {
    path: 'lifecycle/templates',
    handle: { guide: 'milestone-template' },
    lazy: async () => ({
      Component: (await import('../features/milestone/template-page.tsx')).TemplatePage,
    }),
  },
  {
    path: 'tasks/:id?',
    handle: { guide: 'task' },
    lazy: async () => ({ Component: (await import('../features/task/task-page.tsx')).TaskPage }),
  },
  {
    path: 'assessments',
    handle: { guide: 'assessment-list' },
    lazy: async () => ({
      Component: (await import('../features/assessment/assessment-list.tsx')).AssessmentListPage,
    }),
  },
  {
    path: 'assessments/portfolio',
    handle: { guide: 'assessment-list' },
    lazy: async () => ({
      Component: (await import('../features/assessment/portfolio.tsx')).PortfolioPage,
    }),
  },
  {
    path: 'assessments/models',
    handle: { guide: 'maturity-model' },
    lazy: async () => ({
      Component: (await import('../features/maturity-model/model-list.tsx')).ModelList,
    }),
  },
  {
    path: 'assessments/models/:id',
    handle: { guide: 'maturity-model' },
    lazy: async () => ({
      Component: (await import('../features/maturity-model/model-editor.tsx')).ModelEditor,
    }),
  },
  {
    path: 'assessments/:id',
    handle: { guide: 'assessment' },
    lazy: async () => ({
      Component: (await import('../features/assessment/assessment-page.tsx')).AssessmentPage,
    }),
  },
  {
    path: 'assessments/:id/compare',
    handle: { guide: 'assessment' },
    lazy: async () => ({
      Component: (await import('../features/assessment/comparison-page.tsx')).ComparisonPage,
    }),
  },
  {
    path: 'assessments/:id/workshop',
    handle: { guide: 'workshop' },
    lazy: async () => ({
      Component: (await import('../features/assessment/workshop.tsx')).WorkshopPage,
    }),
  },
  {
    path: 'import/past',
    handle: { guide: 'import-past' },
    lazy: async () => ({ Component: (await import('../features/import/past-imports.tsx')).PastImports }),
  },
  {
    path: 'import',
    handle: { guide: 'import' },
    lazy: async () => ({ Component: (await import('../features/import/import-page.tsx')).ImportPage }),
  },
  {
    path: 'segments',
    handle: { guide: 'segment-list' },
    lazy: async () => ({ Component: (await import('../features/segment/segment-page.tsx')).SegmentPage }),
  },
  {
    path: 'segments/profiles',
    handle: { guide: 'profile' },
    lazy: async () => ({ Component: (await import('../features/segment/profile-page.tsx')).ProfilePage }),
  },
  {
    path: 'segments/:id',
    handle: { guide: 'segment' },
    lazy: async () => ({
      Component: (await import('../features/segment/segment-detail.tsx')).SegmentDetail,
    }),
  },
  {
    path: 'value/:tab?',
    handle: { guide: 'value-point' },
    lazy: async () => ({ Component: (await import('../features/value-point/value-page.tsx')).ValuePage }),
  },
  {
    path: 'handoffs',
    handle: { guide: 'handoff-list' },
    lazy: async () => ({ Component: (await import('../features/handoff/handoff-list.tsx')).HandoffList }),
  },
  {
    path: 'handoffs/lists/:kind?',
    handle: { guide: 'handoff-template' },
    lazy: async () => ({
      Component: (await import('../features/handoff/delivery-list/template-page.tsx')).TemplatePage,
    }),
  },
  {
    path: 'handoffs/sync/:id?',
    handle: { guide: 'sync' },
    lazy: async () => ({ Component: (await import('../features/sync/sync-page.tsx')).SyncPage }),
  },
  {
    path: 'handoffs/learning',
    handle: { guide: 'handoff-learning' },
    lazy: async () => ({
      Component: (await import('../features/handoff/learning/learning-page.tsx')).LearningPage,
    }),
  },
  {
    path: 'handoffs/:id/papers',
    handle: { guide: 'handoff-papers' },
    lazy: async () => ({
      Component: (await import('../features/handoff/papers/papers-page.tsx')).PapersPage,
    }),
  },
  {
    path: 'handoffs/:id',
    handle: { guide: 'handoff' },
    lazy: async () => ({ Component: (await import('./handoff-route.tsx')).HandoffRoute }),
  },
  {
    path: 'promises',
    handle: { guide: 'commitment-ledger' },
    lazy: async () => ({ Component: (await import('../features/commitment/ledger-page.tsx')).LedgerPage }),
  },
  {
    path: 'reviews',
    handle: { guide: 'qbr-list' },
    lazy: async () => ({ Component: (await import('../features/qbr/qbr-list.tsx')).QbrList }),
  },
  {
    path: 'reviews/year',
    handle: { guide: 'qbr-year' },
    lazy: async () => ({ Component: (await import('../features/qbr/qbr-year-page.tsx')).QbrYearPage }),
  },
  {
    path: 'reviews/practice',
    handle: { guide: 'qbr-practice' },
    lazy: async () => ({ Component: (await import('../features/qbr/practice-page.tsx')).PracticePage }),
  },
  {
    path: 'reviews/inside',
    handle: { guide: 'contribution' },
    lazy: async () => ({
      Component: (await import('../features/qbr/contribution-page.tsx')).ContributionPage,
    }),
  },
  {
    path: 'reviews/:id',
    handle: { guide: 'qbr' },
    lazy: async () => ({ Component: (await import('./qbr-route.tsx')).QbrRoute }),
  },
  {
    path: 'settings',
    handle: { guide: 'settings' },
    lazy: async () => ({ Component: (await import('./settings-route.tsx')).SettingsRoute }),
  },
];

/**
 * Every screen and its address. Routes compose features; features don't know each other. A screen's code is loaded when it
 * is gone to, so that the start waits for the first one only.
 */
export const routes = createBrowserRouter([
  {
    element: <Layout />,
    errorElement: <Fault />,
    children: [
      { index: true, element: <Navigate to="/today" replace /> },
      { errorElement: <Fault />, children: screens }, // what fails leaves the frame around it
      { path: '*', element: <NotFound /> },
    ],
  },
  {
    element: <Bare />,
    errorElement: <Fault />,
    children: [
      {
        path: 'accounts/:id/card',
        lazy: async () => ({ Component: (await import('../features/account/card-page.tsx')).CardPage }),
      },
      {
        path: 'assessments/:id/report',
        lazy: async () => ({
          Component: (await import('../features/assessment/report-page.tsx')).ReportPage,
        }),
      },
      {
        path: 'reviews/:id/print',
        lazy: async () => ({ Component: (await import('../features/qbr/qbr-print.tsx')).QbrPrint }),
      },
      {
        path: 'reviews/:id/meeting',
        lazy: async () => ({
          Component: (await import('../features/qbr/meeting/meeting-page.tsx')).MeetingPage,
        }),
      },
      {
        path: 'reviews/:id/presenter',
        lazy: async () => ({
          Component: (await import('../features/qbr/meeting/presenter-page.tsx')).PresenterPage,
        }),
      },
    ],
  },
]);
