import { Totals } from '../../engine/totals.ts';
import type { Dong } from '../../money/dong.ts';
import type { Numbers } from '../../money/numbers.ts';
import type { Unit } from '../../money/unit.ts';
import type { PlanId } from '../../plan/ids.ts';
import type { Period, Plan } from '../../plan/plan.ts';
import type { ProgrammeTemplate } from '../../programmes/programme.ts';
import { ok, type Result, refuse } from '../../refusal.ts';
import { foldText } from '../../text/fold.ts';
import { type Answers, NO_ROW } from '../answers.ts';
import { decideNumbers } from '../block/numbers.ts';
import { columnLetters, columnNumber } from '../cell-address.ts';
import type { Issue } from '../draft.ts';
import type { RawWorkbook } from '../raw-workbook.ts';
import type { Question, Reading } from '../reading.ts';
import type { RememberedColumns } from '../remembered.ts';
import { excerptOf } from '../source-excerpt.ts';
import { chosenTable, type FoundTable, tableQuestion, tablesOf } from './choose-table.ts';
import { withClosingSum } from './closing-sum.ts';
import { type TableHeading, withMeanings } from './find-heading.ts';
import { foreignAmounts, kindlessColumns, leafColumns, rivalColumns } from './foreign-amounts.ts';
import { foreignCellAmount } from './foreign-cell.ts';
import { draftColumns, draftOf } from './foreign-draft.ts';
import { foreignIssues } from './foreign-issues.ts';
import { type MatchedTable, matchTable, structureOf } from './foreign-structure.ts';
import { type ForeignTotals, foreignTotals, type MadeTable } from './foreign-totals.ts';
import { fundedSources } from './funded-sources.ts';
import { idOfMeaning, LEFT_OUT, meaningOfId } from './heading/column-id.ts';
import { type ColumnMeaning, settleYears } from './heading/meaning.ts';
import { legacyFont } from './legacy-font.ts';
import { type ForeignTable, readTable } from './read-table.ts';
import { periodOf, unitOf } from './table-facts.ts';
import type { AmountColumn, TableRow } from './table-row.ts';

export interface ForeignGround {
  readonly id: PlanId;
  readonly programmes: readonly ProgrammeTemplate[];
  readonly answers: Answers;
  readonly remembered: RememberedColumns;
  /** Of the draft's rows so many are told; the plan has all of them. */
  readonly mostRows: number;
}

/**
 * A workbook that another program made, understood by the words of its headings and rows, never by position. What the
 * file does not tell (its unit, its years, which of several tables) is asked, never guessed; a convention of numbers that
 * may be either is settled where one reading alone makes the table's own totals hold. Totals of the file are no data;
 * they are held against ours. Refused where there is no table, or one of totals alone.
 */
export function readForeignWorkbook(book: RawWorkbook, ground: ForeignGround): Result<Reading> {
  const font = legacyFont(book.sheets);
  if (font) return refuse('workbook.legacyFont', { ...font });
  const tables = tablesOf(book.sheets);
  const [first] = tables;
  if (!first) return refuse('workbook.noTable');
  const table = chosenTable(tables, ground.answers.table);
  if (table) return readChosen(book, table, ground);
  const frame = frameOf(first, first.place.heading);
  return ok({ ...frame, remembered: null, questions: [tableQuestion(tables)], draft: null });
}

function frameOf(
  { view }: FoundTable,
  heading: TableHeading,
): Pick<Reading, 'source' | 'columns' | 'header'> {
  return {
    source: excerptOf(view, { top: heading.top, bottom: heading.body - 1 }),
    columns: draftColumns(heading),
    header: headerOf(heading),
  };
}

/** The headings as one text: files that say the same over the same columns are read alike. */
function headerOf({ columns }: TableHeading): string {
  return JSON.stringify(columns.map(({ column, path }) => [columnLetters(column), ...path.map(foldText)]));
}

function readChosen(book: RawWorkbook, found: FoundTable, ground: ForeignGround): Result<Reading> {
  const { answers } = ground;
  const known = answers.columns ? undefined : ground.remembered[headerOf(found.place.heading)];
  const meanings = answeredMeanings(answers.columns ?? known);
  if (!meanings.ok) return meanings;
  const heading = withMeanings(found.place.heading, meanings.value);
  const skipped = Object.entries(answers.rows ?? {}).flatMap(([ref, said]) =>
    said === NO_ROW ? [Number(ref)] : [],
  );
  const bare = readTable(found.view, { ...found.place, heading }, new Set(skipped));
  const settled = settledTable(bare, answers);
  const questions: Question[] = [];
  const unit = answers.unit ?? unitOf(bare);
  if (!unit)
    questions.push({
      id: 'unit',
      code: 'question.unit',
      params: {},
      options: ['dong', 'nghin', 'trieu', 'ty'],
    });
  const frame = { ...frameOf(found, settled.table?.heading ?? heading), remembered: known ?? null };
  if (!settled.table) {
    return ok({ ...frame, questions: [...questions, settled.question], draft: null });
  }
  const { period } = settled;
  const conventions = numbersOf(settled.table, answers);
  const table = closedTable(settled.table, conventions);
  const matched = matchTable(
    table.rows.filter(({ kind }) => kind === 'row'),
    ground.programmes,
    answers,
  );
  // The scale matters neither for what adds up nor for ratios; the finest amounts are still whole đồng in tỷ.
  const ways = conventions.map((numbers) =>
    makeTable(found, table, matched, { period, unit: unit ?? 'ty', numbers }, ground),
  );
  const way = likeliestWay(ways);
  if (!way) {
    const params = { example: exampleOf(table) };
    questions.push({ id: 'numbers', code: 'question.numbers', params, options: ['vi', 'en'] });
  } else if (!way.ok) return way;
  else questions.push(...way.value.questions);
  if (questions.length > 0 || !way?.ok) return ok({ ...frame, questions, draft: null });
  const { made, cells, totals } = way.value;
  const issues = foreignIssues(found.view, book.notes, made, cells, totals);
  const draft = draftOf(made, matched.rows, issues, ground.mostRows);
  return ok({ ...frame, columns: draft.columns, questions: [], draft });
}

function answeredMeanings(columns: Answers['columns'] = {}): Result<ReadonlyMap<number, ColumnMeaning>> {
  const meanings = new Map<number, ColumnMeaning>();
  for (const [letters, id] of Object.entries(columns)) {
    const meaning = meaningOfId(id);
    if (!meaning) return refuse('workbook.badAnswer', { column: letters, answer: id });
    meanings.set(columnNumber(letters), meaning);
  }
  return ok(meanings);
}

type SettledTable =
  | { readonly table: ForeignTable; readonly period: Period }
  | { readonly table: null; readonly question: Question };

/** The table with the years of all its columns, or the question that they leave. */
function settledTable(table: ForeignTable, answers: Answers): SettledTable {
  const ask = (id: string, options: string[]): SettledTable => ({
    table: null,
    question: { id, code: `question.${id}`, params: {}, options },
  });
  const period = answers.period ?? periodOf(table);
  if (!period) return ask('period', []);
  const settled = settleYears(
    table.heading.columns.map(({ meaning }) => meaning),
    period,
    answers.years,
  );
  if (!settled) return ask('years', ['oneYear', 'period']);
  const columns = table.heading.columns.map((column, at) => ({
    ...column,
    meaning: settled[at] ?? column.meaning,
  }));
  const amounts = columns.flatMap((column): AmountColumn[] =>
    column.meaning.kind === 'amount' ? [{ ...column, meaning: column.meaning }] : [],
  );
  return { table: { ...table, heading: { ...table.heading, columns }, amounts }, period };
}

/** With a sum of its rows at its end as the total that it is, under whichever convention it is one. */
function closedTable(table: ForeignTable, conventions: readonly Numbers[]): ForeignTable {
  const closed = conventions.map((numbers) => withClosingSum(table, amountsIn('ty', numbers)));
  return closed.find((one) => one !== table) ?? table;
}

function amountsIn(unit: Unit, numbers: Numbers): (row: TableRow, column: AmountColumn) => Dong | null {
  return (row, { column }) => {
    const amount = foreignCellAmount(row.cells.get(column), unit, numbers);
    return amount.ok ? amount.value : null;
  };
}

interface Way {
  readonly questions: readonly Question[];
  readonly made: MadeTable;
  readonly cells: readonly Issue[];
  readonly totals: ForeignTotals;
}

interface WayFacts extends Pick<MadeTable, 'unit' | 'numbers'> {
  readonly period: Period;
}

/** The plan that a table makes under one convention of numbers. */
function makeTable(
  { view: { name: sheet } }: FoundTable,
  table: ForeignTable,
  matched: MatchedTable,
  { period, unit, numbers }: WayFacts,
  { id, answers }: ForeignGround,
): Result<Way> {
  const amountIn = amountsIn(unit, numbers);
  const { sources, unknown } = fundedSources(table, period, amountIn, answers.funded);
  const structure = structureOf(table, matched, { id, period, unit, sources });
  const columns = leafColumns(table.amounts, structure);
  const kindless = kindlessColumns(table.amounts, structure);
  if (columns.size === 0 && kindless.length === 0) return refuse('workbook.noLeafColumns');
  const questions = [
    ...unknown.map((group): Question => {
      const source = sources.find((one) => one.id === group)?.name ?? group;
      return { id: `funded.${group}`, code: 'question.funded', params: { source }, options: [] };
    }),
    ...kindless.map(kindsQuestion),
    ...rivalColumns(table.amounts, structure, table.rows, amountIn).flatMap(rivalQuestions),
  ];
  const read = foreignAmounts(sheet, table, columns, structure, unit, numbers);
  const plan: Plan = { ...structure, amounts: read.amounts };
  const totals = Totals.of(plan);
  if (!totals.ok) return totals;
  const made: MadeTable = { sheet, table, columns, plan, totals: totals.value, unit, numbers };
  return ok({ questions, made, cells: read.issues, totals: foreignTotals(made) });
}

function kindsQuestion({ column, path, meaning }: AmountColumn): Question {
  const options = (['investment', 'recurrent'] as const).map((capital) =>
    idOfMeaning({ ...meaning, capital }),
  );
  const letters = columnLetters(column);
  return {
    id: `columns.${letters}`,
    code: 'question.kinds',
    params: { column: path.join(' / '), letters },
    options: [...options, LEFT_OUT],
  };
}

/** One of each of the columns: leaving out all but one of them answers all. */
function rivalQuestions(rivals: readonly AmountColumn[]): Question[] {
  return rivals.map(({ column, path }) => {
    const letters = columnLetters(column);
    const others = rivals.filter((one) => one.column !== column).map((one) => columnLetters(one.column));
    return {
      id: `columns.${letters}`,
      code: 'question.rivals',
      params: { column: path.join(' / '), letters, others: others.join(', ') },
      options: [LEFT_OUT],
    };
  });
}

/** The conventions that the table's texts allow: one, or both where every mark may be either. */
function numbersOf(table: ForeignTable, answers: Answers): readonly Numbers[] {
  if (answers.numbers) return [answers.numbers];
  const decision = decideNumbers(textsOf(table));
  if (decision.kind === 'decided') return [decision.numbers];
  return decision.kind === 'neutral' ? ['vi'] : ['vi', 'en'];
}

/**
 * The one way to read the table's numbers; of two, the one without a cell that it cannot read under which totals hold that
 * break under the other, while none holds under the other alone. A total that is wrong either way tells nothing. Null
 * where that does not decide.
 */
function likeliestWay(ways: readonly Result<Way>[]): Result<Way> | null {
  const [first, second] = ways;
  if (!first || !second) return first ?? null;
  if (!first.ok) return first;
  if (!second.ok) return second;
  const [ofFirst, ofSecond] = [heldBy(first.value), heldBy(second.value)];
  const outdoes = (one: Way, own: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    one.cells.length === 0 && own.size > other.size && [...other].every((cell) => own.has(cell));
  if (outdoes(first.value, ofFirst, ofSecond)) return first;
  return outdoes(second.value, ofSecond, ofFirst) ? second : null;
}

/** The totals that hold, by their cells; those of zero hold under every convention. */
function heldBy({ totals }: Way): ReadonlySet<string> {
  return new Set(totals.stated.flatMap(({ holds, place }) => (holds ? [place().cell] : [])));
}

function textsOf({ rows, amounts }: ForeignTable): string[] {
  return rows.flatMap(({ cells }) =>
    amounts.flatMap(({ column }) => {
      const value = cells.get(column)?.value;
      return value?.kind === 'text' ? [value.text] : [];
    }),
  );
}

function exampleOf(table: ForeignTable): string {
  const decision = decideNumbers(textsOf(table));
  if (decision.kind === 'ask') return decision.example;
  return decision.kind === 'contradiction' ? `${decision.onlyVi[0]}; ${decision.onlyEn[0]}` : '';
}
