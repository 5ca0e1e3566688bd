import type { FormTable } from '../forms/table.ts';

/** How a row of an appendix stands out, on every face that is printed. */
export interface RowLook {
  readonly bold: boolean;
  /** Steps of its name. */
  readonly indent: number;
  /** Whether a stronger line is drawn above it: the first of the total rows. */
  readonly ruled: boolean;
}

export const DEEPEST_INDENT = 6;

export function rowLooks({ rows }: FormTable): RowLook[] {
  const hasDeeper = rows.some((row) => row.level > 1);
  const firstTotal = rows.findIndex((row) => row.kind === 'total');
  return rows.map((row, at) => ({
    // Top rows stand out in a plan of several levels even where they have nothing below them.
    bold: !row.leaf || (row.level === 1 && hasDeeper),
    indent: Math.min(Math.max(0, row.level - 1), DEEPEST_INDENT),
    ruled: at === firstTotal,
  }));
}
