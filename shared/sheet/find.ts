import type { Line } from '../forms/layout.ts';
import type { Dong } from '../money/dong.ts';
import { readAmount } from '../money/read.ts';
import type { Unit } from '../money/unit.ts';
import type { Change } from '../plan/edit/edit.ts';
import { ok, type Result, refuse } from '../refusal.ts';
import { blockLabel } from './block-label.ts';
import { type CellPlace, columnId, lineId, lockedBecause, type SheetColumn } from './cell-place.ts';
import { cellAmount, cellText } from './cell-text.ts';
import { EditList } from './edit-list.ts';
import { leafColumn } from './leaf-column.ts';
import type { Sheet } from './sheet.ts';
import { TextMatcher, withReplaced } from './text-match.ts';

export interface FindQuery {
  readonly text: string;
  /** Without case and diacritics. */
  readonly fold: boolean;
  readonly wholeCell: boolean;
  readonly in: 'texts' | 'amounts' | 'all';
}

/** Indices into the sheet's lines and columns. */
export interface FoundCell {
  readonly line: number;
  readonly column: number;
}

/** In reading order. An amount is found by its shown text, or by its value where the query reads as an amount. */
export function findCells(sheet: Sheet, query: FindQuery): FoundCell[] {
  const texts = new TextMatcher(query);
  if (texts.isEmpty) return [];
  // A shown amount has no letters to fold, and there are very many of them.
  const amounts = new TextMatcher({ ...query, fold: false });
  const value = soughtAmount(query, sheet.plan.header.unit);
  const found: FoundCell[] = [];
  sheet.lines.forEach((line, at) => {
    sheet.columns.forEach((column, place) => {
      if (!isSearched(column, query)) return;
      const cell = { line, column };
      const matcher = column.kind === 'amount' ? amounts : texts;
      const matches =
        matcher.matches(cellText(sheet, cell)) || (value !== null && cellAmount(sheet, cell) === value);
      if (matches) found.push({ line: at, column: place });
    });
  });
  return found;
}

function isSearched(column: SheetColumn, query: FindQuery): boolean {
  return query.in === 'all' || (column.kind === 'amount') === (query.in === 'amounts');
}

/** What a query asks for as an amount, as the officer would type it; arithmetic is not looked for. */
function soughtAmount(query: FindQuery, unit: Unit): Dong | null {
  if (query.in === 'texts' || query.text.trimStart().startsWith('=')) return null;
  const read = readAmount(query.text, unit);
  return read.ok ? read.value : null;
}

export interface Replaced {
  readonly change: Change;
  /** Occurrences in texts, and amounts. */
  readonly count: number;
}

/**
 * Every occurrence inside a text, and every amount that equals the query, replaced; `only` limits it to one cell. Totals
 * and years that their source does not fund are passed over. Refused where there is nothing to replace, or where an
 * amount would become what is none.
 */
export function replaceAll(
  sheet: Sheet,
  query: FindQuery,
  replacement: string,
  only?: CellPlace,
): Result<Replaced> {
  const matcher = new TextMatcher(query);
  const sought = soughtAmount(query, sheet.plan.header.unit);
  const becomes = readAmount(replacement, sheet.plan.header.unit);
  const list = new EditList();
  let count = 0;
  let first: Line | null = null;
  for (const line of sheet.lines) {
    if (line.id === null || (only && lineId(only.line) !== lineId(line))) continue;
    for (const column of sheet.columns) {
      const place = { line, column };
      if (!isSearched(column, query) || (only && columnId(only.column) !== columnId(column))) continue;
      if (lockedBecause(place) !== null) continue;
      if (column.kind !== 'amount') {
        const text = line[column.kind];
        const spans = matcher.spans(text);
        if (spans.length === 0) continue;
        const after = withReplaced(text, spans, replacement.normalize('NFC')).trim();
        list.setText(line.id, column.kind, after);
        count += spans.length;
      } else {
        const leaf = sought === null ? null : leafColumn(column);
        if (leaf === null || leaf.unfunded.length > 0 || cellAmount(sheet, place) !== sought) continue;
        if (!becomes.ok) return becomes;
        list.setAmount(line.id, leaf, becomes.value);
        count += 1;
      }
      first ??= line;
    }
  }
  if (count === 0) return refuse('replace.nothing', { text: query.text });
  return ok({ change: { label: blockLabel('change.replace', count, first), edits: list.edits() }, count });
}
