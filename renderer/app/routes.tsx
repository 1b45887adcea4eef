import { createBrowserRouter, Navigate } from 'react-router';
import { Fault } from './fault.tsx';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';

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
      {
        path: 'history',
        lazy: async () => ({ Component: (await import('../features/change/history-page.tsx')).HistoryPage }),
      },
      {
        path: 'accounts',
        lazy: async () => ({ Component: (await import('./account-list-screen.tsx')).AccountListScreen }),
      },
      {
        path: 'accounts/:id',
        lazy: async () => ({ Component: (await import('./account-screen.tsx')).AccountScreen }),
      },
      {
        path: 'today',
        lazy: async () => ({ Component: (await import('../features/today/today-page.tsx')).TodayPage }),
      },
      {
        path: 'lifecycle',
        lazy: async () => ({
          Component: (await import('../features/lifecycle/lifecycle-page.tsx')).LifecyclePage,
        }),
      },
      {
        path: 'lifecycle/templates',
        lazy: async () => ({
          Component: (await import('../features/milestone/template-page.tsx')).TemplatePage,
        }),
      },
      {
        path: 'tasks/:id?',
        lazy: async () => ({ Component: (await import('../features/task/task-page.tsx')).TaskPage }),
      },
      {
        path: 'assessments',
        lazy: async () => ({
          Component: (await import('../features/assessment/assessment-list.tsx')).AssessmentListPage,
        }),
      },
      {
        path: 'assessments/:id',
        lazy: async () => ({
          Component: (await import('../features/assessment/assessment-page.tsx')).AssessmentPage,
        }),
      },
      {
        path: 'assessments/:id/workshop',
        lazy: async () => ({
          Component: (await import('../features/assessment/workshop.tsx')).WorkshopPage,
        }),
      },
      {
        path: 'import',
        lazy: async () => ({ Component: (await import('../features/import/import-page.tsx')).ImportPage }),
      },
      {
        path: 'segments',
        lazy: async () => ({ Component: (await import('../features/segment/segment-page.tsx')).SegmentPage }),
      },
      {
        path: 'segments/profiles',
        lazy: async () => ({ Component: (await import('../features/segment/profile-page.tsx')).ProfilePage }),
      },
      {
        path: 'segments/:id',
        lazy: async () => ({
          Component: (await import('../features/segment/segment-detail.tsx')).SegmentDetail,
        }),
      },
      {
        path: 'value/:tab?',
        lazy: async () => ({ Component: (await import('../features/value-point/value-page.tsx')).ValuePage }),
      },
      {
        path: 'handoffs',
        lazy: async () => ({ Component: (await import('../features/handoff/handoff-list.tsx')).HandoffList }),
      },
      {
        path: 'handoffs/lists/:kind?',
        lazy: async () => ({
          Component: (await import('../features/handoff/template-page.tsx')).TemplatePage,
        }),
      },
      {
        path: 'handoffs/:id',
        lazy: async () => ({ Component: (await import('./handoff-route.tsx')).HandoffRoute }),
      },
      {
        path: 'reviews',
        lazy: async () => ({ Component: (await import('../features/qbr/qbr-list.tsx')).QbrList }),
      },
      {
        path: 'reviews/:id',
        lazy: async () => ({ Component: (await import('./qbr-route.tsx')).QbrRoute }),
      },
      {
        path: 'settings',
        lazy: async () => ({ Component: (await import('./settings-route.tsx')).SettingsRoute }),
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
