import type { LibraryWorkbooks } from '../../../electron/workbook/library-workbooks.ts';
import type { Workbooks } from '../../../electron/workbook/workbooks.ts';
import type { Draft } from '../../../shared/intake/draft.ts';
import type { Reading } from '../../../shared/intake/reading.ts';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';

/** For tests that have no use for files: whoever asks is refused, plainly. */
export const noWorkbooks: LibraryWorkbooks = {
  exportPlan: async () => refuse('workbook.none'),
  readFile: async () => refuse('workbook.none'),
  importFile: async () => refuse('workbook.none'),
  readWording: async () => refuse('workbook.none'),
  compare: async () => refuse('workbook.none'),
  exportComparison: async () => refuse('workbook.none'),
};

/** Files that nobody can write or read. */
export const noFiles: Workbooks = {
  write: async () => refuse('workbook.none'),
  writeComparison: async () => refuse('workbook.none'),
  read: async () => refuse('workbook.none'),
};

/** A file that was understood without a question. */
export function readingOfDraft(draft: Draft): Result<Reading> {
  const source = { sheet: 'Biểu', rows: [], heading: null, more: 0 };
  return ok({ source, columns: [], header: '', remembered: null, questions: [], draft });
}
