import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['{electron,renderer,db,build,e2e}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'threads',
  },
});
