import type { Unit } from '../../money/unit.ts';
import { type PlanId, rowId } from '../../plan/ids.ts';
import { ordinalsOf } from '../../plan/ordinals.ts';
import type { Period, Plan, Row, Source } from '../../plan/plan.ts';
import { NO_REVIEW } from '../../plan/review.ts';
import { EMPTY_HEADER, programmeOf } from '../../programmes/new-plan.ts';
import type { ProgrammeTemplate } from '../../programmes/programme.ts';
import { type Answers, OWN_ROW } from '../answers.ts';
import { makeUpCode } from './made-up-code.ts';
import { type MatchedProgramme, type MatchedRow, matchProgramme } from './match-programme.ts';
import type { ForeignTable } from './read-table.ts';
import { decisionOf, titleOf } from './table-facts.ts';
import type { TableRow } from './table-row.ts';

/** The rows of a table as rows of a programme: which it is, and which of its rows each line was taken for. */
export interface MatchedTable {
  readonly template: ProgrammeTemplate;
  /** One a line of the table that is no total. */
  readonly rows: readonly MatchedRow[];
}

/**
 * The programme that the lines are of, by their names; an officer's answers come first and are certain. Where no
 * programme is near, the plan has no structure but its own.
 */
export function matchTable(
  lines: readonly TableRow[],
  programmes: readonly ProgrammeTemplate[],
  answers: Answers,
): MatchedTable {
  const chosen = programmes.filter(({ id }) => id === answers.programme);
  const names = lines.map(({ name }) => name);
  const matched: MatchedProgramme | null = matchProgramme(names, chosen.length > 0 ? chosen : programmes, {
    whole: chosen.length === 0,
  });
  const template = matched?.programme ?? chosen[0] ?? programmes.find(({ id }) => id === 'empty');
  if (!template) throw new Error('the programme without rows is built in');
  const said = lines.map(({ ref }) => answers.rows?.[`${ref}`]);
  const known = (code: string | undefined): code is string => template.rows.some((row) => row.code === code);
  const rows = lines.map((_, at): MatchedRow => {
    const answer = said[at];
    if (answer === OWN_ROW) return { code: null, confidence: 1 };
    if (known(answer)) return { code: answer, confidence: 1 };
    const found = matched?.rows[at] ?? { code: null, confidence: 0 };
    // A row that the officer gave to another line is not taken twice.
    return found.code !== null && said.includes(found.code) ? { code: null, confidence: 0 } : found;
  });
  return { template, rows };
}

export interface StructureFacts {
  readonly id: PlanId;
  readonly period: Period;
  readonly unit: Unit;
  readonly sources: readonly Source[];
}

/** The plan that a table makes, still without amounts. */
export function structureOf(
  table: ForeignTable,
  { template, rows }: MatchedTable,
  { id, period, unit, sources }: StructureFacts,
): Plan {
  const lines = table.rows.filter(({ kind }) => kind === 'row');
  const title = titleOf(table.above) || titleOf(table.outer);
  const decision = decisionOf(table.above) || decisionOf(table.outer);
  return {
    id,
    header: { ...EMPTY_HEADER, title, decision, unit },
    programme: programmeOf(template),
    period,
    sources,
    rows: withOwnOrdinals(
      rowsOf(
        lines,
        template,
        rows.map(({ code }) => code),
      ),
      template.levels,
    ),
    review: NO_REVIEW,
    amounts: new Map(),
  };
}

function rowsOf(
  rows: readonly TableRow[],
  template: ProgrammeTemplate,
  codes: readonly (string | null)[],
): Row[] {
  const open: Row[] = [];
  const taken = new Set(codes.filter((code) => code !== null));
  return rows.map((line, at) => {
    const known = template.rows.find(({ code }) => code === codes[at]);
    const parent = open[line.depth - 1];
    const code = known?.code ?? freeCode(line, parent, taken);
    taken.add(code);
    const row: Row = {
      id: rowId(code),
      parent: parent?.id ?? null,
      code,
      ordinal: line.ordinal,
      name: line.name,
      investment: known?.investment ?? 'yes',
      leadAgency: '',
      note: line.note,
      confirmed: true,
    };
    open.length = line.depth;
    open.push(row);
    return row;
  });
}

/** Only a number out of its place is the officer's own. */
function withOwnOrdinals(rows: readonly Row[], levels: ProgrammeTemplate['levels']): Row[] {
  const printed = ordinalsOf(
    rows.map((row) => ({ ...row, ordinal: null })),
    levels,
  );
  return rows.map((row, at) =>
    row.ordinal === printed[at] || row.ordinal === '' ? { ...row, ordinal: null } : row,
  );
}

/** The file's own code; else one by the place under the parent. */
function freeCode(line: TableRow, parent: Row | undefined, taken: ReadonlySet<string>): string {
  return line.code !== '' && !taken.has(line.code) ? line.code : makeUpCode(parent?.code ?? null, taken);
}
