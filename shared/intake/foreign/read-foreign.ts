import { Totals } from '../../engine/totals.ts';
import type { Numbers } from '../../money/numbers.ts';
import type { Unit } from '../../money/unit.ts';
import { type PlanId, rowId, type Year } from '../../plan/ids.ts';
import { ordinalsOf } from '../../plan/ordinals.ts';
import type { Period, Plan, Row, Source } from '../../plan/plan.ts';
import { EMPTY_HEADER, programmeOf } from '../../programmes/new-plan.ts';
import type { ProgrammeTemplate } from '../../programmes/programme.ts';
import { ok, type Result, refuse } from '../../refusal.ts';
import { foldText } from '../../text/fold.ts';
import { decideNumbers } from '../block/numbers.ts';
import type { Draft } from '../draft.ts';
import type { RawSheet, RawWorkbook } from '../raw-workbook.ts';
import { foreignAmounts } from './foreign-amounts.ts';
import { foreignCellAmount } from './foreign-cell.ts';
import { draftOf } from './foreign-draft.ts';
import { fundedSources, type ReadForeign } from './funded-sources.ts';
import { namedYears, settleYears } from './heading/meaning.ts';
import { headingWords } from './heading/words.ts';
import { matchProgramme } from './match-programme.ts';
import { type AmountColumn, type ForeignTable, readTable, type TableRow } from './read-table.ts';
import { SheetView } from './sheet-view.ts';
import { statedUnit } from './unit-line.ts';

/** What an officer answered where the file itself does not tell. */
export interface ForeignAnswers {
  readonly unit?: Unit | undefined;
  readonly numbers?: Numbers | undefined;
}

export interface ForeignGround {
  readonly id: PlanId;
  readonly programmes: readonly ProgrammeTemplate[];
  readonly answers: ForeignAnswers;
}

/**
 * A workbook that another program made, understood by the words of its headings and rows, never by position. Refused
 * with what is missing where the file does not tell the unit, the years or the convention of its numbers: those are
 * asked, never guessed. Totals of the file are no data; they are held against ours.
 */
export function readForeignWorkbook(book: RawWorkbook, ground: ForeignGround): Result<Draft> {
  for (const sheet of book.sheets) {
    if (sheet.hidden) continue;
    const table = readTable(new SheetView(sheet));
    if (table?.rows.some(({ kind }) => kind === 'row')) return readAppendix(sheet, table, ground);
  }
  return refuse('workbook.noTable');
}

function readAppendix(sheet: RawSheet, table: ForeignTable, ground: ForeignGround): Result<Draft> {
  const { answers } = ground;
  const unit = answers.unit ?? unitOf(table);
  if (!unit) return refuse('workbook.unitUnknown', { sheet: sheet.name });
  const period = periodOf(table);
  if (!period) return refuse('workbook.yearsUnknown', { sheet: sheet.name });
  const settled = settleYears(
    table.amounts.map(({ meaning }) => meaning),
    period,
  );
  if (!settled) return refuse('workbook.yearsUnknown', { sheet: sheet.name });
  const columns = table.amounts.flatMap((column, at): AmountColumn[] => {
    const meaning = settled[at];
    return meaning?.kind === 'amount' ? [{ ...column, meaning }] : [];
  });
  const numbers = answers.numbers ?? numbersOf(table);
  if (typeof numbers === 'object')
    return refuse('workbook.numbersUnknown', { sheet: sheet.name, example: numbers.example });

  const programme = matchProgramme(
    table.rows.filter(({ kind }) => kind === 'row').map(({ name }) => name),
    ground.programmes,
  );
  const reads: ReadForeign = (row, { column }) => {
    const amount = foreignCellAmount(row.cells.get(column), unit, numbers);
    return amount.ok ? amount.value : null;
  };
  const sources = fundedSources({ ...table, amounts: columns }, period, reads);
  if (!sources.ok) return sources;
  const structure = structureOf(table, { period, unit, sources: sources.value }, programme, ground);
  const read = foreignAmounts(sheet.name, { ...table, amounts: columns }, structure, unit, numbers);
  if (!read.ok) return read;
  const plan: Plan = { ...structure, amounts: read.value.amounts };
  const totals = Totals.of(plan);
  if (!totals.ok) return totals;
  return ok(
    draftOf({
      sheet: sheet.name,
      table: { ...table, amounts: columns },
      plan,
      totals: totals.value,
      unit,
      numbers,
      issues: read.value.issues,
      matched: programme?.rows ?? [],
    }),
  );
}

/** From a line above the table or its heading, else from a heading's own brackets. */
function unitOf({ above, heading }: ForeignTable): Unit | undefined {
  const texts = [...above, ...new Set(heading.columns.flatMap(({ path }) => path))];
  const stated = new Set(texts.flatMap((text) => statedUnit(text) ?? []));
  const [only, ...others] = stated;
  return others.length === 0 ? only : undefined;
}

/** The years that the table is about: those its headings name, else those of the lines above. */
function periodOf({ amounts, above }: ForeignTable): Period | null {
  const named = namedYears(amounts.map(({ path }) => path));
  const years = named.length > 0 ? named : titleYears(above);
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Of the title alone: the line in brackets beneath it names the decision and its date. */
function titleYears(above: readonly string[]): readonly Year[] {
  const title = titleOf(above);
  const { years } = headingWords(title);
  if (typeof years === 'number') return [years];
  return typeof years === 'object' ? [years.first, years.last] : [];
}

function titleOf(above: readonly string[]): string {
  const lines = above.filter(
    (line) => !/^(?:phu luc|bieu|mau|don vi|dvt|\()/.test(foldText(line)) && statedUnit(line) === undefined,
  );
  return lines.find((line) => line === line.toLocaleUpperCase('vi')) ?? lines.at(-1) ?? '';
}

function decisionOf(above: readonly string[]): string {
  const line = above.find((one) => /^\(?\s*(?:kem theo|ban hanh kem theo)/.test(foldText(one)));
  return line?.trim().replace(/^\(/, '').replace(/\)$/, '') ?? '';
}

function numbersOf({ rows }: ForeignTable): Numbers | { readonly example: string } {
  const texts = rows.flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])),
  );
  const decision = decideNumbers(texts);
  if (decision.kind === 'decided') return decision.numbers;
  if (decision.kind === 'neutral') return 'vi';
  return {
    example: decision.kind === 'ask' ? decision.example : `${decision.onlyVi[0]}; ${decision.onlyEn[0]}`,
  };
}

function structureOf(
  table: ForeignTable,
  {
    period,
    unit,
    sources,
  }: { readonly period: Period; readonly unit: Unit; readonly sources: readonly Source[] },
  programme: ReturnType<typeof matchProgramme>,
  { id, programmes }: ForeignGround,
): Plan {
  const template = programme?.programme ?? programmes.find((one) => one.id === 'empty');
  if (!template) throw new Error('the programme without rows is built in');
  const rows = table.rows.filter(({ kind }) => kind === 'row');
  return {
    id,
    header: { ...EMPTY_HEADER, title: titleOf(table.above), decision: decisionOf(table.above), unit },
    programme: programmeOf(template),
    period,
    sources,
    rows: withOwnOrdinals(
      rowsOf(rows, template, programme?.rows.map(({ code }) => code) ?? []),
      template.levels,
    ),
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
  if (line.code !== '' && !taken.has(line.code)) return line.code;
  const stem = parent ? `${parent.code}-` : 'D';
  for (let number = 1; ; number++) {
    const code = `${stem}${number}`;
    if (!taken.has(code)) return code;
  }
}
