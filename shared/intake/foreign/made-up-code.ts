import type { Level } from '../../plan/plan.ts';

/** A code for a row of a table that has none, by its place under its parent: D3, DA4-2. No programme's codes look so. */
export function makeUpCode(parent: string | null, taken: ReadonlySet<string>): string {
  const stem = parent === null ? 'D' : `${parent}-`;
  for (let number = 1; ; number++) {
    const code = `${stem}${number}`;
    if (!taken.has(code)) return code;
  }
}

/** Whether a code only says where its row stood in a file. A level's own codes (ND03-02) are no such codes. */
export function isMadeUpCode(code: string, parent: string | null, level: Level | undefined): boolean {
  const stem = parent === null ? 'D' : `${parent}-`;
  const digits = code.startsWith(stem) ? code.slice(stem.length) : '';
  if (!/^\d+$/.test(digits)) return false;
  const prefix = parent === null ? 'D' : '';
  return level?.codePrefix !== prefix || digits.length < level.codeDigits;
}
