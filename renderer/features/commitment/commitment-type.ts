import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../electron/api/router.ts';

/** A commitment as the API gives it. */
export type CommitmentEntry = inferRouterOutputs<AppRouter>['commitment']['list'][number];
/** What a commitment was found in. */
export type CommitmentSource = NonNullable<inferRouterInputs<AppRouter>['commitment']['create']['source']>;
/** A commitment of any account, with the account and what it was found in. */
export type LedgerEntry = inferRouterOutputs<AppRouter>['commitment']['ledger'][number];
