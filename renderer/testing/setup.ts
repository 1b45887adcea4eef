/** Runs before every test file of the page (build/vitest.config.ts). */
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { queryClient } from '../lib/api.ts';
import { useNotices } from '../lib/notices.ts';

// The DOM of these tests lays nothing out: everything would measure 0, and a grid would draw no row.
const size = { width: 1280, height: 800 };

beforeAll(() => {
  for (const name of ['offsetWidth', 'clientWidth'])
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size.width });
  for (const name of ['offsetHeight', 'clientHeight'])
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size.height });
  // Whether something can be seen needs a layout, too; that is for the specs in a browser.
  configure({ defaultHidden: true, asyncUtilTimeout: 20_000 }); // machines are busy; a hang still ends
});

afterEach(() => {
  cleanup();
  document.body.replaceChildren(); // what was shown above the page
  queryClient.clear();
  useNotices.setState({ shown: [] });
});
