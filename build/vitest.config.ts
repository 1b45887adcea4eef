import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.join(import.meta.dirname, '..'),
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{electron,renderer,db,build,e2e}/**/*.test.{ts,tsx}'],
          exclude: ['build/package.test.ts', 'renderer/**/*.test.tsx'],
          setupFiles: ['build/fixed-seed.ts'],
        },
      },
      // Parts of the page, shown in a DOM without a layout. One worker loads the component library once for all files.
      {
        extends: true,
        test: {
          name: 'page',
          include: ['renderer/**/*.test.tsx'],
          setupFiles: ['renderer/testing/setup.ts'],
          environment: 'happy-dom',
          isolate: false,
          maxWorkers: 1,
        },
      },
      // Packs the whole app three times: apart, and after the build.
      { extends: true, test: { name: 'package', include: ['build/package.test.ts'] } },
    ],
    environment: 'node',
    pool: 'threads',
    // Tests start programs and fill disks; on a busy machine that takes longer than the default of 5 s. A hang still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
