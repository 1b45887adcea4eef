import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../electron/api/router.ts';
import { isRefused, isWithoutBook } from './failure.ts';
import { notify } from './notices.ts';

// What was just done is on screen before the next key is heard. By default it comes a timer later, and of two quick presses of
// a key that steps on, the second would step on from where the first did.
notifyManager.setScheduler(queueMicrotask);

/**
 * What the book knows, as the page knows it. Any action may change any screen and the service is this computer, so every action
 * makes all of it fetched again; a failed one is told where the user is.
 */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      networkMode: 'always',
      refetchOnWindowFocus: true,
    },
    // One after the other, as the user did them: an undo takes back what was typed a moment before it.
    mutations: { retry: false, networkMode: 'always', scope: { id: 'book' } },
  },
  queryCache: new QueryCache({
    onError: (error, query) => {
      // The screen that asked says why it was refused; of a fault no screen knows.
      if (isWithoutBook(error)) return; // the page says so in place of the screen
      if (query.state.data !== undefined || !isRefused(error)) notify({ failure: error });
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      // A dialog may tell of it itself, beside the field it is about.
      if (!mutation.meta?.tellsFailure) notify({ failure: error });
      void queryClient.invalidateQueries({ queryKey: api.book.status.queryKey() }); // the book's file may be why
    },
    onSuccess: (_data, _variables, _context, mutation) => {
      // A form that waits for its own result sees the new data before it closes.
      if (mutation.meta?.changesNothing) return;
      return queryClient.invalidateQueries();
    },
  }),
});

export const client = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/api', methodOverride: 'POST' })],
});

/** The API as query and mutation options: `useQuery(api.book.status.queryOptions())`. */
export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/**
 * Options for the query a whole screen stands on: where it fails before there is anything to show, the screen's place says
 * why (app/fault.tsx) instead of staying empty.
 */
export const screenQuery = {
  throwOnError: (_error: unknown, query: { readonly state: { readonly data: unknown } }) =>
    query.state.data === undefined,
};
