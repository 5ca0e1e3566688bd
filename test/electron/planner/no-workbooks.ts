import type { Workbooks } from '../../../electron/workbook/workbooks.ts';
import type { Draft } from '../../../shared/intake/draft.ts';
import type { Reading } from '../../../shared/intake/reading.ts';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';

/** For tests that have no use for files: whoever asks is refused, plainly. */
export const noWorkbooks: Workbooks = {
  write: async () => refuse('workbook.none'),
  read: async () => refuse('workbook.none'),
};

/** A file that was understood without a question. */
export function readingOfDraft(draft: Draft): Result<Reading> {
  const source = { sheet: 'Biểu', rows: [], heading: null, more: 0 };
  return ok({ source, columns: [], header: '', remembered: null, questions: [], draft });
}
