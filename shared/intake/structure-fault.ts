import { MOST_YEARS } from '../plan/edit/header.ts';
import type { SourceId } from '../plan/ids.ts';
import { type Plan, SOURCE_GROUPS, type Source } from '../plan/plan.ts';

/** Levels of rows below each other: programmes have five. Work on a plan grows with its depth. */
const DEEPEST_ROW = 60;

/** What keeps a structure that came from outside from being a plan's, where `planStructureSchema` alone sees no fault. */
export type StructureFault = 'period' | 'sources' | 'rows';

/**
 * Checks what every plan keeps: a period in order, the three groups with each sub-source after its parent in the same
 * group, funded years inside the period, and rows with unique ids and codes, a parent directly before its subtree, none
 * deeper than any appendix is (`deepest` levels).
 */
export function planStructureFault(
  structure: Omit<Plan, 'amounts'>,
  deepest: number = DEEPEST_ROW,
): StructureFault | null {
  const { first, last } = structure.period;
  if (last < first || last - first >= MOST_YEARS) return 'period';
  if (!soundSources(structure)) return 'sources';
  return soundRows(structure, deepest) ? null : 'rows';
}

function soundSources({ sources, period }: Omit<Plan, 'amounts'>): boolean {
  const seen = new Map<SourceId, Source>();
  for (const source of sources) {
    const parent = source.parent === null ? undefined : seen.get(source.parent);
    const placed = source.parent === null ? isGroup(source) : parent?.group === source.group;
    const { years, capitals } = source;
    const inOrder = years.every((value, at) => at === 0 || value > (years[at - 1] ?? value));
    const inside = years.every((value) => value >= period.first && value <= period.last);
    const kindsOnce = new Set(capitals).size === capitals.length;
    if (seen.has(source.id) || !placed || !inOrder || !inside || !kindsOnce) return false;
    seen.set(source.id, source);
  }
  return SOURCE_GROUPS.every((group) => sources.some((source) => source.id === group));
}

function isGroup({ id, group }: Source): boolean {
  return id === group;
}

function soundRows({ rows }: Omit<Plan, 'amounts'>, deepest: number): boolean {
  if (new Set(rows.map((row) => row.id)).size !== rows.length) return false;
  if (new Set(rows.map((row) => row.code)).size !== rows.length) return false;
  // The rows from the top down to the one just passed: a row's parent is one of them, or it is a top row.
  const open: string[] = [];
  return rows.every((row) => {
    if (row.parent === null) open.length = 0;
    else {
      const at = open.indexOf(row.parent);
      if (at < 0) return false;
      open.length = at + 1;
    }
    open.push(row.id);
    return open.length <= deepest;
  });
}
