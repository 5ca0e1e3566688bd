import type { RowId } from '../../plan/ids.ts';
import { ordinalsOf, printOrdinal } from '../../plan/ordinals.ts';
import { childrenAt, outlineOf } from '../../plan/outline.ts';
import type { Level, Row } from '../../plan/plan.ts';
import { type Finding, type FindingCode, finding } from '../finding.ts';

/** How far past its siblings' count a printed number is still looked for in the style of its level. */
const REACH = 50;

/**
 * Printed numbers among siblings: the same one twice, and one that does not follow the one before it. A number of
 * another style than its level's ("10a") is the officer's own, and nothing follows from it.
 */
export function ordinals(rows: readonly Row[], levels: readonly Level[]): Finding[] {
  // A number that follows from its place is always right: only one that was set can be wrong, or make another wrong.
  if (rows.every(({ ordinal }) => ordinal === null)) return [];
  const outline = outlineOf(rows);
  const printed = ordinalsOf(rows, levels);
  const found: Finding[] = [];
  const look = (parent: number, depth: number): void => {
    const siblings = childrenAt(outline, parent);
    if (siblings.some((at) => rows[at]?.ordinal !== null)) {
      const style = levels[Math.min(depth, levels.length - 1)]?.ordinal ?? 'number';
      const above = printed[parent] ?? '';
      const places = new Map<string, number>();
      if (style !== 'dash') {
        for (let place = 1; place <= siblings.length + REACH; place++)
          places.set(printOrdinal(style, place, above), place);
      }
      found.push(
        ...amongSiblings(siblings, rows, printed, places, (place) => printOrdinal(style, place, above)),
      );
    }
    for (const at of siblings) look(at, depth + 1);
  };
  look(-1, 0);
  return found;
}

function amongSiblings(
  siblings: readonly number[],
  rows: readonly Row[],
  printed: readonly string[],
  places: ReadonlyMap<string, number>,
  print: (place: number) => string,
): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  let before: number | undefined = 0;
  const add = (code: FindingCode, row: RowId, params: Finding['params']): void => {
    const places: Finding['places'] = [{ kind: 'text', row, column: 'ordinal' }];
    found.push(finding(code, 'warning', row, { params, places }));
  };
  for (const at of siblings) {
    const row = rows[at];
    const ordinal = printed[at] ?? '';
    if (!row || ordinal === '' || ordinal === '-') continue;
    const place = places.get(ordinal);
    if (seen.has(ordinal)) add('check.sameOrdinal', row.id, { ordinal });
    else if (place !== undefined && before !== undefined && place !== before + 1)
      add('check.ordinalGap', row.id, { ordinal, expected: print(before + 1) });
    seen.add(ordinal);
    before = place;
  }
  return found;
}
