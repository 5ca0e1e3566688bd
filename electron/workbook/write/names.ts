import type { FormTable } from '../../../shared/forms/table.ts';
import type { AppendixPlace } from '../../../shared/intake/identity-sheet.ts';
import { blockName } from '../../../shared/intake/identity-sheet.ts';
import type { SourceId } from '../../../shared/plan/ids.ts';
import type { DefinedName } from './sheet-model.ts';
import { sheetName } from './sheet-name.ts';

/** The defined name of a source's number of funded years: so_nam_central. */
export function yearsNames(sources: readonly SourceId[]): ReadonlyMap<SourceId, string> {
  const taken = new Set<string>();
  return new Map(sources.map((source) => [source, unusedName(`so_nam_${source}`, taken)]));
}

/** Names for the amount block, every total column and every total row of a form. */
export function formNames(
  table: FormTable,
  { block }: AppendixPlace,
  taken: Set<string> = new Set(),
): DefinedName[] {
  const sheet = sheetName(table.form);
  const columns = table.columns.flatMap((column, at): DefinedName[] => {
    if (column.leaf) return [];
    const range = { ...block, left: block.left + at, right: block.left + at };
    return [{ name: unusedName(`cot_${column.id}`, taken), sheet, range }];
  });
  const rows = table.rows.flatMap((row, at): DefinedName[] => {
    if (row.kind !== 'total') return [];
    const range = { ...block, top: block.top + at, bottom: block.top + at };
    return [{ name: unusedName(`dong_${row.code}`, taken), sheet, range }];
  });
  return [
    { name: unusedName(blockName(table.form), taken), sheet, range: { ...block } },
    ...columns,
    ...rows,
  ];
}

export function plainName(wanted: string): string {
  return wanted.replaceAll(/[^A-Za-z0-9_]/g, '_').slice(0, 200);
}

/** Names take Latin letters, digits and _; they ignore case. A source's id may hold more. */
function unusedName(wanted: string, taken: Set<string>): string {
  const plain = plainName(wanted);
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain}_${number}`;
  taken.add(name.toLowerCase());
  return name;
}
