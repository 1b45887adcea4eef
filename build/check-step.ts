import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '..');
const results = path.join(root, 'test-results');

/** How many tests of a step passed and failed, and what is worth saying of it. A check without tests counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly note?: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs a program of the project; what it prints is shown when it fails. */
async function run(
  program: string,
  words: readonly string[],
  environment: Environment = {},
): Promise<boolean> {
  const { isGood, printed } = await runAndCapture(program, words, environment);
  if (!isGood) console.log(printed);
  return isGood;
}

/** Runs a program of the project and keeps what it prints. */
export async function runAndCapture(
  program: string,
  words: readonly string[],
  environment: Environment = {},
): Promise<{ readonly isGood: boolean; readonly printed: string }> {
  const child = spawn(program, words, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32', // npm's programs are .cmd files there
  });
  let printed = '';
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const [code] = await once(child, 'close');
  return { isGood: code === 0, printed };
}

/** A check that is right or wrong as a whole. */
export async function check(program: string, ...words: string[]): Promise<Outcome> {
  return (await run(program, words)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The tests of these projects of build/vitest.config.ts. */
export async function vitest(...projects: string[]): Promise<Outcome> {
  const report = freshReport(`vitest-${projects.join('-')}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const words = ['run', '--config', 'build/vitest.config.ts', ...chosen];
  // The build before it sets NODE_ENV to production, in which React has no `act`.
  const isGood = await run(
    'vitest',
    [...words, '--reporter=dot', '--reporter=json', `--outputFile=${report}`],
    { NODE_ENV: 'test' },
  );
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
  return counted(numPassedTests, numFailedTests, isGood);
}

/** The specs on one host. */
export async function playwright(
  project: string,
  environment: Environment,
  wrapper: readonly string[],
): Promise<Outcome> {
  const report = freshReport(`playwright-${project}.json`);
  const [program = '', ...words] = [...wrapper, 'playwright', 'test', '--config', 'e2e/playwright.config.ts'];
  const isGood = await run(program, [...words, `--project=${project}`, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ...environment,
  });
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(report).stats ?? {};
  const note = flaky > 0 ? `${flaky} of them at the second try` : undefined;
  return { ...counted(expected + flaky, unexpected, isGood), ...(note !== undefined && { note }) };
}

/** A run that failed though none of its tests did, one that could not start say, is a failure too. */
function counted(passed: number, failed: number, isGood: boolean): Outcome {
  return { passed, failed: isGood ? failed : Math.max(failed, 1) };
}

function freshReport(name: string): string {
  mkdirSync(results, { recursive: true });
  const file = path.join(results, name);
  rmSync(file, { force: true });
  return file;
}

interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly stats?: { readonly expected?: number; readonly unexpected?: number; readonly flaky?: number };
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return {}; // the run ended before it could report
  }
}
