import type { LaidColumns, SelectingColumn } from './columns.ts';
import { columnKey, isSubSource, type OwnForm } from './own-form.ts';

/** A block of the base form as an officer chooses from it; the blocks of all years are one. */
export interface ListedBlock {
  readonly key: string;
  /** The block's heading; null for the block of every year. */
  readonly title: string | null;
  readonly columns: readonly ListedColumn[];
}

export interface ListedColumn {
  readonly key: string;
  /** Its headings beneath the block's; none where the column is the whole block. */
  readonly path: readonly string[];
  readonly chosen: boolean;
}

/**
 * All columns of the base form for a plan, those that the form prints in its order; the others stand after what they
 * follow in the base form.
 */
export function listColumns(own: OwnForm, { columns }: LaidColumns): ListedBlock[] {
  const offered = columns.filter(({ selector }) => own.subSources || !isSubSource(selector.source));
  const byKey = new Map(offered.map((column) => [columnKey(column.id), column] as const));
  const inBase = Map.groupBy(byKey.keys(), (key) => blockOf(byKey.get(key)));
  const chosen = own.columns.filter((key) => byKey.has(key));
  const inOrder = Map.groupBy(chosen, (key) => blockOf(byKey.get(key)));
  return placed([...inBase.keys()], [...inOrder.keys()]).map((block) => {
    const keys = placed(inBase.get(block) ?? [], inOrder.get(block) ?? []);
    const pathOf = (key: string): readonly string[] => byKey.get(key)?.path ?? [];
    return {
      key: block,
      title: block === EVERY_YEAR ? null : (pathOf(keys[0] ?? '')[0] ?? ''),
      columns: keys.map((key) => ({
        key,
        path: pathOf(key).slice(1),
        chosen: chosen.includes(key),
      })),
    };
  });
}

/** The form with what was chosen of its base; columns that this plan does not have stay for plans that have them. */
export function withListed(own: OwnForm, blocks: readonly ListedBlock[]): OwnForm {
  const listed = blocks.flatMap(({ columns }) => columns);
  const dropped = new Set(listed.filter(({ chosen }) => !chosen).map(({ key }) => key));
  const kept = own.columns.filter((key) => !dropped.has(key));
  const chosen = listed.filter((column) => column.chosen).map(({ key }) => key);
  return { ...own, columns: placed(kept, chosen) };
}

/** Every column that the base form has for a plan. */
export function allColumns({ columns }: LaidColumns): string[] {
  return [...new Set(columns.map(({ id }) => columnKey(id)))];
}

const EVERY_YEAR = 'each';

function blockOf(column: SelectingColumn | undefined): string {
  return typeof column?.selector.years === 'number' ? EVERY_YEAR : (column?.block ?? '');
}

/** `first` in its order, and whatever else `all` has, each after what it follows there. */
function placed(all: readonly string[], first: readonly string[]): string[] {
  const order = [...first];
  for (const [at, key] of all.entries()) {
    if (order.includes(key)) continue;
    order.splice(order.indexOf(all[at - 1] ?? '') + 1, 0, key);
  }
  return order;
}
