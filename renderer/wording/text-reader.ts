import type { RowId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { TextReading } from '../../shared/prose/text-reading.ts';
import type { Statements } from '../../shared/reconcile/wording/statements.ts';

export type ReaderTask =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'state'; readonly plan: Plan; readonly answers: ReadonlyMap<number, RowId> };
export type ReaderAnswer = TextReading | Statements;

/** One text, read in a thread of its own that lasts until it is ended. */
export class TextReader {
  readonly #worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  #last: Promise<unknown> = Promise.resolve();

  /** What the text says of money. */
  read(text: string): Promise<TextReading> {
    return this.#ask({ kind: 'read', text }, isReading);
  }

  /** What the text that was read states of a plan; of its amounts nothing is asked, so they stay here. */
  state(plan: Plan, answers: ReadonlyMap<number, RowId>): Promise<Statements> {
    return this.#ask({ kind: 'state', plan: { ...plan, amounts: new Map() }, answers }, isStatements);
  }

  /** Ends whatever it does; what was asked is never answered. */
  end(): void {
    this.#worker.terminate();
  }

  /** One thing at a time: answers bear no names. */
  #ask<Answer>(task: ReaderTask, isAnswer: (data: unknown) => data is Answer): Promise<Answer> {
    const answer = this.#last.then(
      () =>
        new Promise<Answer>((resolve, reject) => {
          this.#worker.onmessage = ({ data }: MessageEvent<unknown>) => {
            if (isAnswer(data)) resolve(data);
            else reject(new Error('the reader answered something else'));
          };
          this.#worker.onerror = ({ message }) => reject(new Error(message));
          this.#worker.postMessage(task);
        }),
    );
    this.#last = answer.catch(() => undefined);
    return answer;
  }
}

function isReading(data: unknown): data is TextReading {
  return typeof data === 'object' && data !== null && 'checks' in data;
}

function isStatements(data: unknown): data is Statements {
  return typeof data === 'object' && data !== null && 'statements' in data;
}
