import { globSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build as bundle } from 'esbuild';
import { build as buildRenderer } from 'vite';
import { thirdPartyNotices } from './third-party-notices.ts';

const root = path.join(import.meta.dirname, '..');
const output = path.join(root, 'dist/electron');
const modules = path.join(root, 'node_modules');

/** What runs in a thread of its own, `export-worker.ts`; not what starts one, `export-in-worker.ts`. */
const workers = globSync('electron/jobs/*-worker.ts', { cwd: root, exclude: ['**/*-in-worker.ts'] });

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  external: ['electron', 'better-sqlite3', 'better-sqlite3-multiple-ciphers'],
  outdir: output,
  entryNames: '[name]',
  sourcemap: 'linked',
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/** Builds everything into dist: the page, the programs that run on Node or Electron, and the preload. */
export async function buildAll(): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  const inside = new Set(
    ['better-sqlite3', '@fontsource-variable/inter'].map((name) => `${modules}/${name}/package.json`),
  );
  const [, service, preload] = await Promise.all([
    buildRenderer({
      configFile: path.join(root, 'build/vite.config.ts'),
      logLevel: 'warn',
      plugins: [
        {
          name: 'what-is-inside',
          moduleParsed: ({ id }) => {
            inside.add(id);
          },
        },
      ],
    }),
    bundle({
      ...shared,
      entryPoints: ['electron/main.ts', 'electron/cli.ts', ...workers],
      format: 'esm',
      splitting: true,
      chunkNames: 'chunk-[hash]',
      // Packages written for CommonJS call require for Node's own modules; others import createRequire under its own name.
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
    }),
    // A sandboxed preload is a script on its own: CommonJS, and it can load nothing but Electron.
    bundle({
      ...shared,
      entryPoints: ['electron/shell/preload.ts'],
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
    }),
  ]);
  for (const { metafile } of [service, preload])
    for (const file of Object.keys(metafile.inputs)) inside.add(path.join(root, file));
  writeFileSync(path.join(root, 'dist/renderer/third-party-notices.txt'), thirdPartyNotices(inside));
}

if (process.argv[1] === import.meta.filename) await buildAll();
