import { isMadeUpCode } from '../intake/foreign/made-up-code.ts';
import { outlineOf } from '../plan/outline.ts';
import type { Plan, Row } from '../plan/plan.ts';
import { foldText } from '../text/fold.ts';

/** Which rows of two plans are the same, one to one, by index into their rows; −1 where a row has no other. */
export interface RowPairs {
  /** By row of the plan before. */
  readonly after: Int32Array;
  /** By row of the plan after. */
  readonly before: Int32Array;
}

/**
 * The same rows of two plans. Of one plan's own history a row is what it was; else codes say it, then names without case
 * and diacritics: those that only one row on each side bears, then those under parents that are the same. A code that a
 * reader of a workbook made up says where a row stood, not which it is: only its name does.
 */
export function pairRows(before: Plan, after: Plan): RowPairs {
  const pairs = new Pairing(before.rows, after.rows);
  const folded = new Map([...before.rows, ...after.rows].map((row) => [row, foldedName(row)]));
  const nameOf = (row: Row): string | null => folded.get(row) ?? null;
  const made = [madeUpCodes(before), madeUpCodes(after)];
  if (before.id === after.id) pairs.byKey(({ id }) => id);
  pairs.byKey((row) => `${row.code}\n${nameOf(row) ?? ''}`);
  pairs.byKey((row) => (made.some((codes) => codes.has(row)) ? null : row.code));
  pairs.byKey(nameOf);
  pairs.underParents(before, after, nameOf);
  return pairs;
}

function foldedName({ name }: Row): string | null {
  const text = foldText(name).replaceAll(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** The rows whose codes only say where they stood in a file. */
export function madeUpCodes({ rows, programme }: Plan): ReadonlySet<Row> {
  const { parent, level } = outlineOf(rows);
  const made = rows.filter(({ code }, at) => {
    const own = programme.levels[Math.min((level[at] ?? 1) - 1, programme.levels.length - 1)];
    return isMadeUpCode(code, rows[parent[at] ?? -1]?.code ?? null, own);
  });
  return new Set(made);
}

class Pairing implements RowPairs {
  readonly after: Int32Array;
  readonly before: Int32Array;
  readonly #rows: { readonly before: readonly Row[]; readonly after: readonly Row[] };

  constructor(before: readonly Row[], after: readonly Row[]) {
    this.#rows = { before, after };
    this.after = new Int32Array(before.length).fill(-1);
    this.before = new Int32Array(after.length).fill(-1);
  }

  /** Pairs the rows that are still free and that alone on their side have a key. */
  byKey(keyOf: (row: Row) => string | null): void {
    const there = onlyOnes(this.#rows.before, this.after, keyOf);
    for (const [key, after] of onlyOnes(this.#rows.after, this.before, keyOf)) {
      const before = there.get(key);
      if (before !== undefined && before >= 0 && after >= 0) this.#pair(before, after);
    }
  }

  /** Pairs rows of one name under the same parent, the first with the first. Parents stand before their rows. */
  underParents(before: Plan, after: Plan, nameOf: (row: Row) => string | null): void {
    const outlines = { before: outlineOf(before.rows), after: outlineOf(after.rows) };
    const free = Map.groupBy(
      [...before.rows.keys()].filter((at) => this.after[at] === -1),
      (at) => keyUnder(outlines.before.parent[at] ?? -1, before.rows[at], nameOf),
    );
    for (const [at, row] of after.rows.entries()) {
      const above = outlines.after.parent[at] ?? -1;
      const parent = above < 0 ? -1 : (this.before[above] ?? -1);
      if (this.before[at] !== -1 || nameOf(row) === null || (above >= 0 && parent < 0)) continue;
      const same = free.get(keyUnder(parent, row, nameOf))?.shift();
      if (same !== undefined) this.#pair(same, at);
    }
  }

  #pair(before: number, after: number): void {
    this.after[before] = after;
    this.before[after] = before;
  }
}

function keyUnder(parent: number, row: Row | undefined, nameOf: (row: Row) => string | null): string {
  return `${parent} ${row ? (nameOf(row) ?? '') : ''}`;
}

/** The one free row of each key, by index; −1 where several have it. */
function onlyOnes(
  rows: readonly Row[],
  taken: Int32Array,
  keyOf: (row: Row) => string | null,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  rows.forEach((row, at) => {
    const key = taken[at] === -1 ? keyOf(row) : null;
    if (key !== null) found.set(key, found.has(key) ? -1 : at);
  });
  return found;
}
