import type { FormLayout, LaidColumn, Line } from '../forms/layout.ts';
import type { RowId } from '../plan/ids.ts';
import type { Finding, Place } from './finding.ts';

/** A cell of a laid-out form: a line by its index, and a column's id, "name" or "ordinal". */
export interface FindingCell {
  readonly line: number;
  readonly column: string;
}

/** The cells of a form that show what a finding points at, each once, the first first. */
export function cellsOf(layout: FormLayout, { places }: Pick<Finding, 'places'>): FindingCell[] {
  const cells = new Map<string, FindingCell>();
  for (const place of places) {
    const cell = cellOf(layout, place);
    if (cell) cells.set(`${cell.line} ${cell.column}`, cell);
  }
  return [...cells.values()];
}

type AmountPlace = Extract<Place, { kind: 'amount' }>;

/** Null where no form shows it: a line of the header, a row that is not there any more. */
export function cellOf(layout: FormLayout, place: Place): FindingCell | null {
  switch (place.kind) {
    case 'header':
      return null;
    case 'text': {
      const line = linesById(layout).get(place.row);
      return line === undefined ? null : { line, column: place.column };
    }
    case 'amount': {
      const column = columnFor(layout, place);
      if (!column) return null;
      const line = place.row === null ? totalLine(layout, place, column) : linesById(layout).get(place.row);
      return line === undefined ? null : { line, column: column.id };
    }
    default:
      return place satisfies never;
  }
}

/** On its own row a place is shown where years, source and kind are; else by the nearest column that holds it. */
function columnFor(layout: FormLayout, { selector }: AmountPlace): LaidColumn | null {
  const { source, capital, years } = selector;
  const sameMoney = (column: LaidColumn): boolean =>
    (column.selector.source === source && column.selector.capital === capital) ||
    (column.leaf?.source === source && column.leaf.capital === capital);
  const sameSource = (column: LaidColumn): boolean => column.selector.source === source;
  const sameKind = ({ selector: own }: LaidColumn): boolean =>
    own.capital === capital && (own.source === 'all' || own.source === 'budget');
  const everything = ({ selector: own }: LaidColumn): boolean =>
    own.source === 'all' && own.capital === 'all';
  const sameYears = ({ selector: own }: LaidColumn): boolean => own.years === years;
  const oneYear = ({ selector: own }: LaidColumn): boolean => own.years === 'oneYear';
  for (const money of [sameMoney, sameSource, sameKind, everything]) {
    for (const when of [sameYears, oneYear, () => true]) {
      const column = layout.columns.find((one) => money(one) && when(one));
      if (column) return column;
    }
  }
  return null;
}

/** The total row that shows the programme's money of these years in a column. */
function totalLine(layout: FormLayout, { selector }: AmountPlace, column: LaidColumn): number | undefined {
  const wanted = selector.years === 'period' ? 'period' : 'oneYear';
  const shown = layout.lines.flatMap(({ rule }: Line, at) =>
    rule && !rule.blank.includes(column.block) ? [{ at, rule }] : [],
  );
  return (shown.find(({ rule }) => rule.oneYearAs === wanted) ?? shown[0])?.at;
}

const known = new WeakMap<readonly Line[], ReadonlyMap<RowId | null, number>>();

function linesById({ lines }: FormLayout): ReadonlyMap<RowId | null, number> {
  const found = known.get(lines);
  if (found) return found;
  const byId = new Map(lines.map((line, at) => [line.id, at]));
  known.set(lines, byId);
  return byId;
}
