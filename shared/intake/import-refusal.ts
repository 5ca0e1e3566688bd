import { type Refusal, refuse } from '../refusal.ts';
import type { Draft } from './draft.ts';

const MOST_NAMED = 20;

/**
 * Why a draft cannot become a plan, or null: a cell whose amount could not be read would silently be zero. Every such
 * cell is named; the draft's issues say what is wrong in each.
 */
export function importRefusal(draft: Draft): Refusal<'workbook.unreadableCells'> | null {
  const cells = draft.issues.filter((issue) => issue.severity === 'error').map((issue) => issue.cell);
  if (cells.length === 0) return null;
  const named = cells.slice(0, MOST_NAMED).join(', ') + (cells.length > MOST_NAMED ? ', …' : '');
  return refuse('workbook.unreadableCells', { count: cells.length, cells: named }).refusal;
}
