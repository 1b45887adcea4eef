import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.join(import.meta.dirname, '..'),
  test: {
    include: ['{electron,renderer,db,build,e2e}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'threads',
    // Tests start programs and fill disks; on a busy machine that takes longer than the default of 5 s. A hang still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
