import { ok, type Result, refuse } from '../refusal.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';

const MOST_NAMED = 20;

/**
 * The draft that a plan may be made of. Refused while a question is open, and where a cell's amount could not be read, for
 * it would silently be zero: every such cell is named, and the draft's issues say what is wrong in each.
 */
export function acceptable({ questions, draft }: Pick<Reading, 'questions' | 'draft'>): Result<Draft> {
  if (!draft) {
    return refuse('workbook.undecided', {
      count: questions.length,
      questions: questions.map(({ id }) => id).join(', '),
    });
  }
  const cells = draft.issues.filter((issue) => issue.severity === 'error').map((issue) => issue.cell);
  if (cells.length === 0) return ok(draft);
  const named = cells.slice(0, MOST_NAMED).join(', ') + (cells.length > MOST_NAMED ? ', …' : '');
  return refuse('workbook.unreadableCells', { count: cells.length, cells: named });
}

/** Whether there is nothing to look at before the draft is accepted: our own workbook, with nothing to be said of it. */
export function isSure({ header, draft }: Reading): boolean {
  return header === '' && draft !== null && draft.issues.length === 0;
}
