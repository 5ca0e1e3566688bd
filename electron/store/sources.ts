import { keyOf, type Salvage } from './salvage.ts';
import type { SealedRow } from './sealed-table.ts';
import type { TableName } from './tables.ts';

/** What there is to build from, best first: the damaged library, its redo log, then backups, newest first. */
export interface Sources {
  readonly damaged: Salvage;
  readonly redo: Salvage;
  readonly backups: readonly Salvage[];
}

type Key = readonly (string | number)[];

/** What the best source has under a key that has anything. */
export function bestOf(sources: Sources, table: TableName, key: Key): SealedRow | undefined {
  return allOf(sources, table, key)[0];
}

/** What each source has under a key, best first. */
export function allOf({ damaged, redo, backups }: Sources, table: TableName, key: Key): SealedRow[] {
  const text = keyOf(key);
  return [damaged, redo, ...backups].flatMap((source) => source.tables.get(table)?.get(text) ?? []);
}

export function rowsOf(source: Salvage, table: TableName): SealedRow[] {
  return [...(source.tables.get(table)?.values() ?? [])].filter((row) => row !== null);
}
