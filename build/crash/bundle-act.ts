import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '../..');

/** One file of the program that is killed, since it is started by the thousand. @returns its path */
export async function bundleAct(): Promise<string> {
  const outfile = path.join(root, 'dist/crash/act.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['build/crash/act.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    external: ['better-sqlite3', 'better-sqlite3-multiple-ciphers'],
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  return outfile;
}
