import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import type { Screen } from '../lib/area.ts';
import { areas } from './areas.ts';
import { Bare } from './bare.tsx';
import { Fault } from './fault.tsx';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';

const screens = areas.flatMap((area) => area.screens);

function route({ path, guide, load }: Screen): RouteObject {
  return { path, lazy: load, ...(guide && { handle: { guide } }) };
}

/**
 * Every screen and its address, from the areas. Routes compose features; features don't know each other. A screen's code is
 * loaded when it is gone to, so that the start waits for the first one only.
 */
export const routes = createBrowserRouter([
  {
    element: <Layout />,
    errorElement: <Fault />,
    children: [
      { index: true, element: <Navigate to="/today" replace /> },
      // what fails leaves the frame around it
      { errorElement: <Fault />, children: screens.filter(({ guide }) => guide).map(route) },
      { path: '*', element: <NotFound /> },
    ],
  },
  {
    element: <Bare />,
    errorElement: <Fault />,
    children: screens.filter(({ guide }) => !guide).map(route),
  },
]);
