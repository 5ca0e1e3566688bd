/** Pixels that each level moves a name to the right. */
export const INDENT = 14;

/** Pixels before a name at a level; total rows have level 0. */
export function nameIndent(level: number): number {
  return 6 + INDENT * Math.max(0, level - 1);
}
