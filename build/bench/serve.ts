import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** The program on a book, as a user starts it, and its link. */
export type Served = {
  readonly link: string;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
};

export async function serve(file: string, dataFolder: string): Promise<Served> {
  const child = spawn(
    process.execPath,
    [path.join(root, 'dist/electron/cli.js'), 'serve', file, '--json', '--data-folder', dataFolder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'close');
  };
  for await (const chunk of child.stdout) {
    const { link } = JSON.parse(String(chunk).split('\n')[0] ?? '') as { link: string };
    return { link, child, stop };
  }
  throw new Error('the host ended without a link');
}
