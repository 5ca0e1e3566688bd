import type { FormRow, FormTable } from '../forms/table.ts';
import type { Row } from '../plan/plan.ts';
import { ok, type Result, refuse } from '../refusal.ts';
import { cellAddress, textAt } from './cell-address.ts';
import type { Issue } from './draft.ts';
import type { OwnBlock } from './own-block.ts';
import { sameSheetText } from './sheet-text.ts';

/** What a row's printed cells say. */
interface Label {
  readonly ordinal: string;
  readonly name: string;
}

/** The rows as the sheet now names them. */
export interface AlignedRows {
  readonly rows: readonly Row[];
  readonly issues: readonly Issue[];
}

const MOST_NAMED = 10;
/** What a plan takes as a printed number. */
const LONGEST_ORDINAL = 80;

/**
 * Holds the printed rows against the exported ones, in order. What is printed wins: a changed number, name or note is
 * taken over and said. Inserted, deleted and moved rows are refused by name, for their codes cannot be known.
 */
export function alignRows(block: OwnBlock, table: FormTable, rows: readonly Row[]): Result<AlignedRows> {
  const printed = Array.from({ length: block.bottom - block.top + 1 }, (_, at): Label => labelAt(block, at));
  const expected = table.rows.map(labelOf);
  if (printed.length !== expected.length) {
    const sheet = block.sheet.name;
    const missing = namesBeyond(expected, printed);
    const extra = namesBeyond(printed, expected);
    return refuse('workbook.rowsChanged', { sheet, missing, extra });
  }
  const moved = movedRows(printed, expected);
  if (moved.length > 0) {
    return refuse('workbook.rowsMoved', { sheet: block.sheet.name, rows: listed(moved) });
  }
  const issues: Issue[] = [];
  // Total rows may stand first.
  const first = Math.max(
    0,
    table.rows.findIndex(({ kind }) => kind === 'row'),
  );
  const renamed = rows.map((row, place): Row => {
    const at = first + place;
    const was = expected[at];
    const is = printed[at];
    return was && is ? takeOver(row, was, is, { block, table, at, issues }) : row;
  });
  return ok({ rows: renamed, issues });
}

function labelAt(block: OwnBlock, at: number): Label {
  const row = block.top + at;
  return {
    ordinal: textAt(block.sheet, row, block.left - 2),
    name: textAt(block.sheet, row, block.left - 1),
  };
}

/** A total row prints its name across both columns. */
function labelOf(row: FormRow): Label {
  return row.kind === 'total' ? { ordinal: row.name, name: '' } : { ordinal: row.ordinal, name: row.name };
}

function textOf({ ordinal, name }: Label): string {
  return `${ordinal} ${name}`.trim();
}

function isSame(one: Label, other: Label): boolean {
  return sameSheetText(textOf(one), textOf(other));
}

/** Rows that print what another row printed, while that row prints something else now. */
function movedRows(printed: readonly Label[], expected: readonly Label[]): Label[] {
  const changed = printed.flatMap((label, at) => {
    const was = expected[at];
    return was && !isSame(label, was) ? [{ label, was }] : [];
  });
  return changed
    .filter(({ label }) => textOf(label) !== '' && changed.some(({ was }) => isSame(label, was)))
    .map(({ label }) => label);
}

/** The labels of one list that the other does not have, counted. */
function namesBeyond(labels: readonly Label[], others: readonly Label[]): string {
  const left = [...others];
  const beyond = labels.filter((label) => {
    const at = left.findIndex((other) => isSame(label, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return listed(beyond);
}

function listed(labels: readonly Label[]): string {
  const named = labels.slice(0, MOST_NAMED).map((label) => textOf(label) || '(dòng trống)');
  return named.length === 0 ? '-' : named.join('; ') + (labels.length > named.length ? '; …' : '');
}

interface Context {
  readonly block: OwnBlock;
  readonly table: FormTable;
  readonly at: number;
  readonly issues: Issue[];
}

function takeOver(row: Row, was: Label, is: Label, { block, table, at, issues }: Context): Row {
  const line = block.top + at;
  let after = row;
  const say = (code: string, column: number, before: string, now: string): void => {
    const cell = cellAddress(line, column);
    const params = { row: row.code, before, after: now };
    issues.push({ code, severity: 'information', params, sheet: block.sheet.name, cell, difference: null });
  };
  if (!sameSheetText(was.ordinal, is.ordinal)) {
    after = { ...after, ordinal: is.ordinal.slice(0, LONGEST_ORDINAL) };
    say('workbook.ordinalChanged', block.left - 2, was.ordinal, is.ordinal);
  }
  // A cleared name names nothing: the row keeps its own.
  if (is.name !== '' && !sameSheetText(was.name, is.name)) {
    after = { ...after, name: is.name };
    say('workbook.rowRenamed', block.left - 1, was.name, is.name);
  }
  if (table.notes) {
    const note = textAt(block.sheet, line, block.right + 1);
    if (!sameSheetText(row.note, note)) {
      after = { ...after, note };
      say('workbook.noteChanged', block.right + 1, row.note, note);
    }
  }
  return after;
}
