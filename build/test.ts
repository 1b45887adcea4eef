/**
 * `npm test`: every check and every test there is, each reported, none left out because another failed. The last line is
 * `N passed, N failed`; a check without tests of its own counts as one. The exit code is 1 when anything failed.
 */
import { execFileSync } from 'node:child_process';
import { hasDisplay } from '../electron/host/browser.ts';
import { buildAll } from './bundle.ts';
import { check, type Outcome, playwright, root, vitest } from './check-step.ts';
import { ensureChromium } from './chromium.ts';
import { canFetchElectron, fetchElectron, installedElectron } from './electron-binary.ts';

type Step = readonly [name: string, run: () => Promise<Outcome>];

const steps: readonly Step[] = [
  ['types', () => check('tsc')],
  ['lint', () => check('biome', 'check', '.')],
  [
    'layers',
    () => check('depcruise', '--config', 'build/layers.mjs', 'electron', 'renderer', 'db', 'build', 'e2e'),
  ],
  ['unused', () => check('knip', '--config', 'build/knip.json')],
  ['words', () => check('node', 'build/check-words.ts')],
  ['build', build],
  ['unit and integration tests', () => vitest('unit', 'page')],
  ['end to end, loopback host', () => playwright('loopback', browser(), [])],
  ['end to end, Electron', endToEndOnElectron],
  ['packages', () => vitest('package')],
  ...(process.env.CI === 'true' ? [['clean work tree', async () => cleanTree()] satisfies Step] : []),
];

let passed = 0;
let failed = 0;
for (const [name, step] of steps) {
  const began = Date.now();
  const outcome = await step().catch(reported);
  passed += outcome.passed;
  failed += outcome.failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
  const note = outcome.note ? ` (${outcome.note})` : '';
  const sign = outcome.failed > 0 ? '✗' : '✓';
  console.log(`${sign} ${seconds} s  ${name}: ${outcome.passed} passed, ${outcome.failed} failed${note}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function build(): Promise<Outcome> {
  await buildAll();
  return { passed: 1, failed: 0 };
}

function browser(): Record<string, string> {
  return { CHROMIUM: ensureChromium() };
}

/** On Electron itself where its binary can be had and a screen, real or virtual, is there; else on the stand-in. */
async function endToEndOnElectron(): Promise<Outcome> {
  if (installedElectron() === null && (await canFetchElectron(4500))) await fetchElectron();
  const needsScreen = process.platform === 'linux' && !hasDisplay();
  const wrapper = needsScreen && hasProgram('xvfb-run') ? ['xvfb-run', '-a'] : [];
  const isReal = installedElectron() !== null && (!needsScreen || wrapper.length > 0);
  const outcome = await playwright(
    'electron',
    { ...browser(), ELECTRON_HOST: isReal ? 'binary' : 'stand-in' },
    isReal ? wrapper : [],
  );
  const host = isReal ? 'Electron’s own binary' : 'stand-in: the binary cannot be had here';
  return { ...outcome, note: [outcome.note, host].filter(Boolean).join('; ') };
}

function hasProgram(name: string): boolean {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function cleanTree(): Outcome {
  const changes = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (changes === '') return { passed: 1, failed: 0 };
  console.log(`Files changed by the run:\n${changes}`);
  return { passed: 0, failed: 1 };
}

function reported(error: unknown): Outcome {
  console.log(error);
  return { passed: 0, failed: 1 };
}
