import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../electron/api/router.ts';
import type { ProposedSheet } from './choices.ts';

/** A file as the service opened it. */
export type Opened = {
  readonly name: string;
  readonly text: { readonly encoding: string; readonly separator: string } | null;
  readonly sheets: readonly ProposedSheet[];
};

/** What an import would do to one sheet's rows. */
export type PreviewedTable = inferRouterOutputs<AppRouter>['import']['preview']['tables'][number];

type Preview = inferRouterOutputs<AppRouter>['import']['preview'];
/** Names of the file that seem to be others'. */
export type ProposedNames = Preview['names'];
/** Currencies without a rate. */
export type AskedRates = Preview['rates'];
