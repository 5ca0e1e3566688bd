import type { Selector } from '../engine/selector.ts';

/** A row of a report on sources: which money it is of, and the rows that make it, if any do. */
export interface SourceRow {
  readonly code: string;
  readonly ordinal: string;
  readonly name: string;
  /** 0 for the total of all. */
  readonly level: number;
  /** What is added up; empty where the plan has no such source. */
  readonly money: readonly Pick<Selector, 'source' | 'capital'>[];
  readonly children: readonly SourceRow[];
}

/** Rows from the top, each before those under it, with the places of its children. */
export function inOrder(
  row: SourceRow,
  into: { readonly row: SourceRow; readonly children: number[] }[] = [],
): { readonly row: SourceRow; readonly children: number[] }[] {
  const placed: { readonly row: SourceRow; readonly children: number[] } = { row, children: [] };
  into.push(placed);
  for (const child of row.children) {
    placed.children.push(into.length);
    inOrder(child, into);
  }
  return into;
}
