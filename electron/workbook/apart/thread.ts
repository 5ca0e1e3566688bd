import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { planId } from '../../../shared/plan/ids.ts';
import type { Desk } from '../../desk.ts';
import { machineDisk } from '../../disk.ts';
import { shelteredIn } from '../../sheltered.ts';
import { Library } from '../../store/library.ts';
import { openLibrary } from '../../store/open-library.ts';
import { excelWorkbooks } from '../excel.ts';
import { Gate } from '../gate.ts';
import type { Watch } from '../library-workbooks.ts';
import { workbooksHere } from '../workbooks-here.ts';
import type { Answer, Heard, Order, Task, ThreadFacts } from './messages.ts';

/**
 * The thread that writes and reads workbooks, with a connection to the library of its own. What it is asked for comes as
 * a plan's id or a file's bytes, and a plan that it imports is kept by it: no large plan crosses between the threads.
 */
const { folder, author }: ThreadFacts = workerData;
const desk: Desk = {
  disk: machineDisk,
  author,
  now: () => new Date(),
  newPlanId: () => planId(randomUUID()),
};
const NEVER = new AbortController().signal;
/** Milliseconds between two words on how far a task is. */
const PACE = 100;

async function answer(task: Task, watch: Watch): Promise<Answer> {
  const opened = openLibrary(folder, desk.now, { trusted: true });
  if (!opened.ok) return { kind: task.kind, result: opened };
  const library = new Library(opened.value, desk);
  const work = workbooksHere(library, excelWorkbooks, desk);
  const safe = shelteredIn(folder);
  try {
    switch (task.kind) {
      case 'export':
        return { kind: 'export', result: await safe(() => work.exportPlan(task.wanted, watch))(null) };
      case 'read':
        return { kind: 'read', result: await safe(() => work.readFile(task.file, watch))(null) };
      case 'import':
        return { kind: 'import', result: await safe(() => work.importFile(task.file, watch))(null) };
      case 'wording':
        return { kind: 'wording', result: await safe(() => work.readWording(task.file, watch))(null) };
      case 'compare':
        return { kind: 'compare', result: await safe(() => work.compare(task.sides, watch))(null) };
      case 'exportComparison':
        return {
          kind: 'exportComparison',
          result: await safe(() => work.exportComparison(task.wanted, watch))(null),
        };
      default:
        return task satisfies never;
    }
  } finally {
    library.close();
  }
}

function say(heard: Heard): void {
  const isFile = heard.kind === 'export' || heard.kind === 'exportComparison';
  const bytes = isFile && heard.result.ok ? [heard.result.value.bytes.buffer] : [];
  parentPort?.postMessage(
    heard,
    bytes.filter((buffer) => buffer instanceof ArrayBuffer),
  );
}

function paced(): Watch['report'] {
  let said = 0;
  let last = '';
  return (phase, done) => {
    if (phase === last && Date.now() - said < PACE) return;
    said = Date.now();
    last = phase;
    say({ kind: 'progress', phase, done });
  };
}

parentPort?.on('message', ({ task, gate }: Order) => {
  answer(task, { gate: new Gate(gate), signal: NEVER, report: paced() }).then(say, (error: unknown) =>
    say({ kind: 'bug', error }),
  );
});
