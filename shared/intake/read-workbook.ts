import { planId } from '../plan/ids.ts';
import { programmeTemplates } from '../programmes/catalogue.ts';
import type { Result } from '../refusal.ts';
import type { Draft } from './draft.ts';
import { type ForeignAnswers, readForeignWorkbook } from './foreign/read-foreign.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import { readOwnWorkbook } from './read-own-workbook.ts';

/** A plan gets its own id when a draft is accepted. */
const DRAFT = planId('draft');

/** A workbook as a draft: our own by its hidden sheet, anyone else's by the words of its headings and rows. */
export function readWorkbookDraft(book: RawWorkbook, answers: ForeignAnswers): Result<Draft> {
  const own = readOwnWorkbook(book);
  return own ?? readForeignWorkbook(book, { id: DRAFT, programmes: programmeTemplates(), answers });
}
