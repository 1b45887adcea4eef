import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../electron/api/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['qbr'];
/** A review as the API gives it: what it shows, what is missing, and what it is written with. */
export type QbrShown = Outputs['get'];
export type QbrList = Outputs['list'];
export type QbrYear = Outputs['year'];
