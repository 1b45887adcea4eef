import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../electron/api/router.ts';

/** A promise as the API gives it. */
export type PromiseEntry = inferRouterOutputs<AppRouter>['promise']['list'][number];
/** What a promise was found in. */
export type PromiseSource = NonNullable<inferRouterInputs<AppRouter>['promise']['create']['source']>;
/** A promise of any account, with the account and what it was found in. */
export type LedgerEntry = inferRouterOutputs<AppRouter>['promise']['ledger'][number];
