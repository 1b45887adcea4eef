import { randomUUID } from 'node:crypto';
import { Failure, type FailureCode, type FailureParameters } from '../../db/failure.ts';
import type { Log } from '../log.ts';

/** What a job reports and hears while it works. */
export interface Working {
  /** So many more of the total are done. */
  readonly advance: (steps: number) => void;
  /** Aborted when the user cancels; the job then ends with the signal's reason and leaves nothing behind. */
  readonly signal: AbortSignal;
}

export type JobState =
  | { readonly is: 'running'; readonly done: number; readonly total: number }
  | { readonly is: 'done' | 'cancelled' }
  | {
      readonly is: 'failed';
      readonly failure: { readonly code: FailureCode; readonly parameters: FailureParameters } | null;
    };

interface Job {
  state: JobState;
  readonly controller: AbortController;
}

/** Ended jobs that are still answered for. */
const kept = 20;

/** Long work the page asks about instead of waiting for it. */
export class Jobs {
  readonly #jobs = new Map<string, Job>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Starts work of so many steps; the id is what the page asks by. */
  start(total: number, work: (working: Working) => Promise<unknown>): string {
    const id = randomUUID();
    const controller = new AbortController();
    const job: Job = { state: { is: 'running', done: 0, total }, controller };
    this.#jobs.set(id, job);
    this.#forgetOldest();
    const advance = (steps: number) => {
      if (job.state.is === 'running') job.state = { ...job.state, done: job.state.done + steps };
    };
    void work({ advance, signal: controller.signal }).then(
      () => {
        job.state = { is: 'done' };
      },
      (error: unknown) => {
        job.state = controller.signal.aborted ? { is: 'cancelled' } : failed(error);
        if (job.state.is === 'failed' && job.state.failure === null) void this.#log.error(error, 'job');
      },
    );
    return id;
  }

  /** Null when there is none by that id, or none any more. */
  state(id: string): JobState | null {
    return this.#jobs.get(id)?.state ?? null;
  }

  cancel(id: string): void {
    this.#jobs.get(id)?.controller.abort();
  }

  #forgetOldest(): void {
    const ended = [...this.#jobs].filter(([, { state }]) => state.is !== 'running');
    for (const [id] of ended.slice(0, Math.max(0, ended.length - kept))) this.#jobs.delete(id);
  }
}

function failed(error: unknown): JobState {
  const failure = error instanceof Failure ? { code: error.code, parameters: error.parameters } : null;
  return { is: 'failed', failure };
}
