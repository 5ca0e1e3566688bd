import type { Workbooks } from '../../../electron/workbook/workbooks.ts';
import { refuse } from '../../../shared/refusal.ts';

/** For tests that have no use for files: whoever asks is refused, plainly. */
export const noWorkbooks: Workbooks = {
  write: async () => refuse('workbook.none'),
  read: async () => refuse('workbook.none'),
};
