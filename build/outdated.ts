import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './bundle.ts';

const root = path.join(import.meta.dirname, '..');
const stamp = path.join(root, 'dist/built-from');

/** Builds when a source, a setting of the build or a package changed since the last time. */
export async function buildWhenOutdated(): Promise<void> {
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  console.log('Building, a few seconds.');
  await buildAll();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

/** Names, sizes and times of all that goes into a build: read in a few milliseconds, and right after a checkout too. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const part of [
    'build/bundle.ts',
    'build/vite.config.ts',
    'package-lock.json',
    'db',
    'electron',
    'renderer',
  ])
    for (const file of filesOf(path.join(root, part))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  return hash.digest('hex');
}

function filesOf(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
