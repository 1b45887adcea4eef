import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../electron/api/router.ts';

/** The report as the service answers it. */
export type Report = inferRouterOutputs<AppRouter>['report']['get'];
