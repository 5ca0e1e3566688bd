import type { Term } from './table.ts';

/** More addends than this a column's number does not spell out. */
const MOST_PARTS = 8;

/**
 * The row that numbers the columns: A, B, then 1, 2, 3 = 4 + 5 where a column is the sum of others beside it
 * (domain.md, "How an appendix looks"). `proofOf` tells what a column is made of on a row without parts.
 */
export function columnNumbers(
  columns: number,
  notes: boolean,
  proofOf: (column: number) => readonly Term[] | null,
): string[] {
  const numbers = Array.from({ length: columns }, (_, at) => {
    const parts = proofOf(at) ?? [];
    const spelt =
      parts.length > 1 && parts.length <= MOST_PARTS && parts.every(({ times }) => times === null);
    if (!spelt) return `${at + 1}`;
    const sum = parts.map(
      ({ column, minus }, place) => `${place === 0 ? '' : minus ? ' - ' : ' + '}${column + 1}`,
    );
    return `${at + 1} = ${sum.join('')}`;
  });
  return ['A', 'B', ...numbers, ...(notes ? [`${columns + 1}`] : [])];
}
