import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '../../../shared/refusal.ts';
import type { LibraryWorkbooks, Watch } from '../library-workbooks.ts';
import type { Answer, Heard, Order, Task, ThreadFacts } from './messages.ts';

/** What a thread may hold before it is ended instead of the whole program; megabytes. */
const MOST_MEMORY = 640;

/**
 * Workbooks in a thread apart, so that whoever answers the window is never kept from it. The thread is started at the
 * first use and kept; tasks wait for each other. A cancelled task ends its thread, which stops whatever it is in; its
 * gate says that it has kept nothing.
 */
export class WorkbooksApart implements LibraryWorkbooks {
  readonly #entry: URL;
  readonly #facts: ThreadFacts;
  #thread: Worker | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  /** `entry` is the module of the thread, thread.ts or what it was bundled to. */
  constructor(entry: URL, facts: ThreadFacts) {
    this.#entry = entry;
    this.#facts = facts;
  }

  exportPlan: LibraryWorkbooks['exportPlan'] = async (wanted, watch) => {
    const answer = await this.#inTurn({ kind: 'export', wanted }, watch);
    return answer.kind === 'export' ? answer.result : unasked(answer);
  };

  readFile: LibraryWorkbooks['readFile'] = async (file, watch) => {
    const answer = await this.#inTurn({ kind: 'read', file }, watch);
    return answer.kind === 'read' ? answer.result : unasked(answer);
  };

  importFile: LibraryWorkbooks['importFile'] = async (file, watch) => {
    const answer = await this.#inTurn({ kind: 'import', file }, watch);
    return answer.kind === 'import' ? answer.result : unasked(answer);
  };

  readWording: LibraryWorkbooks['readWording'] = async (file, watch) => {
    const answer = await this.#inTurn({ kind: 'wording', file }, watch);
    return answer.kind === 'wording' ? answer.result : unasked(answer);
  };

  compare: LibraryWorkbooks['compare'] = async (sides, watch) => {
    const answer = await this.#inTurn({ kind: 'compare', sides }, watch);
    return answer.kind === 'compare' ? answer.result : unasked(answer);
  };

  exportComparison: LibraryWorkbooks['exportComparison'] = async (wanted, watch) => {
    const answer = await this.#inTurn({ kind: 'exportComparison', wanted }, watch);
    return answer.kind === 'exportComparison' ? answer.result : unasked(answer);
  };

  async close(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = null;
  }

  #inTurn(task: Task, watch: Watch): Promise<Answer> {
    const answer = this.#turn.then(() => this.#run(task, watch));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  #run(task: Task, { report, gate, signal }: Watch): Promise<Answer> {
    const { kind } = task;
    if (signal.aborted) return Promise.resolve({ kind, result: refuse('job.cancelled') });
    const thread = this.#started();
    const ending = new AbortController();
    const answered = new Promise<Answer>((resolve, reject) => {
      const give = (refusal: Refusal): void => resolve({ kind, result: { ok: false, refusal } });
      const lost = (): void => {
        if (this.#thread === thread) this.#thread = null;
      };
      const hear = (heard: Heard): void => {
        if (heard.kind === 'progress') report(heard.phase, heard.done);
        else if (heard.kind === 'bug') reject(heard.error);
        else resolve(heard);
      };
      const fail = (error: NodeJS.ErrnoException): void => {
        lost();
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') give(refuse('job.outOfMemory').refusal);
        else reject(error);
      };
      const exit = (): void => {
        lost();
        reject(new Error('the thread of the workbooks ended'));
      };
      const cancel = (): void => {
        lost();
        thread.off('exit', exit);
        // Waited for, so that its connection to the library is closed before the caller goes on.
        void thread.terminate().then(() => give(refuse('job.cancelled').refusal));
      };
      thread.on('message', hear).on('error', fail).on('exit', exit);
      signal.addEventListener('abort', cancel, { signal: ending.signal });
      ending.signal.addEventListener('abort', () => {
        thread.off('message', hear).off('error', fail).off('exit', exit);
      });
    });
    const order: Order = { task, gate: gate.shared };
    thread.postMessage(order);
    return answered.finally(() => ending.abort());
  }

  #started(): Worker {
    if (!this.#thread) {
      const limits = { maxOldGenerationSizeMb: MOST_MEMORY };
      this.#thread = new Worker(this.#entry, { workerData: this.#facts, resourceLimits: limits });
      // An idle thread keeps no program from ending.
      this.#thread.unref();
    }
    return this.#thread;
  }
}

function unasked({ kind }: Answer): never {
  throw new Error(`the thread of the workbooks answered what it was not asked: ${kind}`);
}
