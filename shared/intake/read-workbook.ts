import { planId } from '../plan/ids.ts';
import { programmeTemplates } from '../programmes/catalogue.ts';
import { ok, type Result } from '../refusal.ts';
import type { Answers } from './answers.ts';
import type { Draft } from './draft.ts';
import { readForeignWorkbook } from './foreign/read-foreign.ts';
import { SheetView } from './foreign/sheet-view.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import { readOwnWorkbook } from './read-own-workbook.ts';
import type { Reading } from './reading.ts';
import type { RememberedColumns } from './remembered.ts';
import { excerptOf } from './source-excerpt.ts';

/** A plan gets its own id when a draft is accepted. */
const DRAFT = planId('draft');

/**
 * A workbook as far as it is understood: our own by its hidden sheet, anyone else's by the words of its headings and rows.
 * `mostRows` limits the rows that the draft tells one by one, which weigh more than all else; its plan has all of them.
 */
export function readingOf(
  book: RawWorkbook,
  answers: Answers,
  remembered: RememberedColumns = {},
  mostRows = Number.POSITIVE_INFINITY,
): Result<Reading> {
  const own = readOwnWorkbook(book, mostRows);
  if (!own)
    return readForeignWorkbook(book, {
      id: DRAFT,
      programmes: programmeTemplates(),
      answers,
      remembered,
      mostRows,
    });
  if (!own.ok) return own;
  const { draft, block } = own.value;
  const heading = { top: block.top - headingDepthOf(draft), bottom: block.top - 1 };
  const source = excerptOf(new SheetView(block.sheet), heading);
  return ok({ source, columns: draft.columns, header: '', remembered: null, questions: [], draft });
}

function headingDepthOf({ columns }: Draft): number {
  return Math.max(1, ...columns.map(({ header }) => header.length));
}
