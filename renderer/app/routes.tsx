import { createBrowserRouter, Navigate } from 'react-router';
import { AccountList } from '../features/account/account-list.tsx';
import { SettingsPage } from '../features/book/settings-page.tsx';
import { HistoryPage } from '../features/change/history-page.tsx';
import { TaskPage } from '../features/task/task-page.tsx';
import { Fault } from './fault.tsx';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';

/** Every screen and its address. Routes compose features; features don't know each other. */
export const routes = createBrowserRouter([
  {
    element: <Layout />,
    errorElement: <Fault />,
    children: [
      { index: true, element: <Navigate to="/accounts" replace /> },
      { path: 'history', element: <HistoryPage /> },
      { path: 'accounts', element: <AccountList /> },
      { path: 'tasks/:id?', element: <TaskPage /> },
      { path: 'settings', element: <SettingsPage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
