import { afterEach, beforeEach, vi } from 'vitest';
import { createApp } from '../../electron/app.ts';
import { testService } from '../../electron/testing/test-service.ts';
import { queryClient } from '../lib/api.ts';

/**
 * A new book for each test of the file, and the app's own handler behind the page's requests: what a part asks is answered by
 * the code that answers in the app. `api` calls the handlers apart from the page, to prepare the book or look into it.
 */
export function testBook() {
  const test = testService('2026-06-01T08:00:00.000Z', { book: {} });
  beforeEach(() => {
    const handler = createApp({ service: test.service, rendererRoot: test.folder });
    vi.stubGlobal('fetch', (address: string | URL, init?: RequestInit) =>
      handler(new Request(new URL(address, 'http://book.test'), init)),
    );
  });
  afterEach(async () => {
    await queryClient.cancelQueries();
    vi.unstubAllGlobals();
  });
  return {
    api: test.api,
    /** Adds an account of which only the name is known. */
    addAccount: async (name: string) => (await test.api().account.create({ ...onlyNamed, name })).id,
  };
}

const onlyNamed = {
  key: null,
  legalName: null,
  industry: null,
  size: null,
  region: null,
  tier: null,
  owner: null,
  salesOwner: null,
  status: 'active' as const,
  tags: [],
  description: null,
  customerSince: null,
};
