import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../electron/api/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['handoff'];

/** A handoff as the screen has it. */
export type Handoff = Outputs['get'];
export type HandoffListing = Outputs['list'][number];
export type ReturnedForm = Outputs['compareForm'];
