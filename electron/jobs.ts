import type { Output } from '../shared/api/contract.ts';
import { type Result, refuse } from '../shared/refusal.ts';
import { Gate } from './workbook/gate.ts';
import type { Watch } from './workbook/library-workbooks.ts';

type Progress = Output<'jobProgress'>;

interface Job {
  progress: Progress;
  readonly gate: Gate;
  readonly cancelling: AbortController;
}

/** More calls cancelled before they came than a window can make. */
const MOST_EARLY = 100;

/** The long calls that are under way, by the names that their callers gave them. */
export class Jobs {
  readonly #jobs = new Map<string, Job>();
  /** Cancelled while their file was still on its way to us. */
  readonly #early = new Set<string>();

  /** Does a piece of work under a name, or without one. Refused with `job.cancelled` where it was cancelled in time. */
  async run<Value>(
    name: string | undefined,
    work: (watch: Watch) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const job: Job = {
      progress: { phase: 'waiting', done: null },
      gate: new Gate(),
      cancelling: new AbortController(),
    };
    if (name !== undefined && this.#early.delete(name)) return refuse('job.cancelled');
    if (name !== undefined) this.#jobs.set(name, job);
    try {
      const result = await work({
        gate: job.gate,
        signal: job.cancelling.signal,
        report: (phase, done) => {
          job.progress = { phase, done };
        },
      });
      return job.cancelling.signal.aborted ? refuse('job.cancelled') : result;
    } finally {
      if (name !== undefined) this.#jobs.delete(name);
    }
  }

  progress(name: string): Progress | null {
    return this.#jobs.get(name)?.progress ?? null;
  }

  /** Cancels what has not begun to keep its result; what has goes on to its end. */
  cancel(name: string): void {
    const job = this.#jobs.get(name);
    if (!job) {
      if (this.#early.size < MOST_EARLY) this.#early.add(name);
    } else if (job.gate.shut()) job.cancelling.abort();
  }
}
